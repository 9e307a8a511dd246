# rule: opencv_read.picture_not_read
# source: constructed
# says: img is None
# says: There is no missing/cat\.jpg|no\s+folder
# says: working\s+directory\s+itself
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
from fastai.vision.all import *
img = cv2.imread('missing/cat.jpg')
x = tensor(img)
# %% mended
from fastai.vision.all import *
img = cv2.imread('cat.jpg')
x = tensor(img)
