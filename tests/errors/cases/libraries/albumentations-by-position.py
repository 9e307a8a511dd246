# rule: albumentations_given.given_by_position
# source: https://github.com/albumentations-team/albumentations/issues/310
# says: by position
# says: out = tfm\(image=img\)\['image'\]
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
tfm = A.Compose([A.Resize(32, 32), A.HorizontalFlip()])
out = tfm(img)
# %% mended
tfm = A.Compose([A.Resize(32, 32), A.HorizontalFlip()])
out = tfm(image=img)['image']
