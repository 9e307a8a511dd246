# rule: albumentations_given.mask_of_another_size
# source: constructed
# says: img has 40 x 60
# says: mask has 20 x\s+20
# says: \.resize\(\(60, 40\), Image\.NEAREST\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
from PIL import Image
# %% fails
mask = np.zeros((20, 20), dtype=np.uint8)
out = A.Compose([A.HorizontalFlip()])(image=img, mask=mask)
# %% mended
mask = np.zeros((20, 20), dtype=np.uint8)
mask = np.array(Image.fromarray(mask).resize((60, 40), Image.NEAREST))
out = A.Compose([A.HorizontalFlip()])(image=img, mask=mask)
