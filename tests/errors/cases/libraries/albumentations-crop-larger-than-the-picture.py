# rule: albumentations_given.larger_than_the_picture
# source: constructed
# says: 128 x 128
# says: 40 x 60
# says: SmallestMaxSize\(max_size=128\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
tfm = A.Compose([A.RandomCrop(128, 128)])
out = tfm(image=img)['image']
# %% mended
tfm = A.Compose([A.SmallestMaxSize(max_size=128), A.RandomCrop(128, 128)])
out = tfm(image=img)['image']
