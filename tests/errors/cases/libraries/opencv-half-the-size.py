# rule: opencv_given.size_not_two_numbers
# source: constructed
# says: no int
# says: \(img\.shape\[1\] // 2, img\.shape\[0\] // 2\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg')
small = cv2.resize(img, (img.shape[1] / 2, img.shape[0] / 2))
# %% mended
img = cv2.imread('cat.jpg')
small = cv2.resize(img, (img.shape[1] // 2, img.shape[0] // 2))
