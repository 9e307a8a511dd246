# rule: not opencv_read.picture_not_read
# source: constructed
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg')
img.size()
