# rule: opencv_given.size_not_two_numbers
# source: constructed
# says: three numbers
# says: cv2\.resize\(img, \(64, 64\)\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg')
small = cv2.resize(img, (64, 64, 3))
# %% mended
img = cv2.imread('cat.jpg')
small = cv2.resize(img, (64, 64))
