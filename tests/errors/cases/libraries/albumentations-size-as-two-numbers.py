# rule: albumentations_given.size_as_two_numbers
# source: constructed
# says: one tuple
# says: A\.RandomResizedCrop\(size=\(32, 32\)\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
tfm = A.Compose([A.RandomResizedCrop(32, 32), A.HorizontalFlip()])
# %% mended
tfm = A.Compose([A.RandomResizedCrop(size=(32, 32)), A.HorizontalFlip()])
