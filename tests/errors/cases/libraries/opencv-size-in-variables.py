# rule: opencv_given.size_not_two_numbers
# source: constructed
# says: cv2\.resize\(img, \(int\(w\), 32\)\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg')
w = img.shape[1] * 0.5
small = cv2.resize(img, (w, 32))
# %% mended
img = cv2.imread('cat.jpg')
w = img.shape[1] * 0.5
small = cv2.resize(img, (int(w), 32))
