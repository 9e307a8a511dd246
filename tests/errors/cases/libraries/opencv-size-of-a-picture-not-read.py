# rule: opencv_read.picture_not_read
# source: constructed
# says: There is no nope\.jpg
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
h, w = cv2.imread('nope.jpg').shape[:2]
# %% mended
h, w = cv2.imread('cat.jpg').shape[:2]
