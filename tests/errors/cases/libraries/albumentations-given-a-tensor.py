# rule: albumentations_given.not_an_array
# source: constructed
# says: x is a float32 tensor of shape \(3, 64, 64\)
# says: x\.permute\(1, 2, 0\)\.numpy\(\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
tfm, x = A.Compose([A.Resize(32, 32)]), torch.rand(3, 64, 64)
out = tfm(image=x)['image']
# %% mended
tfm, x = A.Compose([A.Resize(32, 32)]), torch.rand(3, 64, 64)
out = tfm(image=x.permute(1, 2, 0).numpy())['image']
