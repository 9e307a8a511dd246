# rule: opencv_arrays.colours_of_other_arrays
# source: constructed
# says: grey already
# says: grey = img
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg', cv2.IMREAD_GRAYSCALE)
grey = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
# %% mended
img = cv2.imread('cat.jpg', cv2.IMREAD_GRAYSCALE)
grey = img
