# rule: albumentations_given.not_an_array
# source: constructed
# says: pil is a picture of PIL
# says: tfm\(image=np\.array\(pil\)\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
tfm, pil = A.Compose([A.Resize(32, 32)]), PILImage.create('cat.jpg')
out = tfm(image=pil)['image']
# %% mended
tfm, pil = A.Compose([A.Resize(32, 32)]), PILImage.create('cat.jpg')
out = tfm(image=np.array(pil))['image']
