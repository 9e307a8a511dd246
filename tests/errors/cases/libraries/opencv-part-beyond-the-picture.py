# rule: opencv_arrays.nothing_cut_out
# source: constructed
# says: crop has no pixels
# says: 40 rows and\s+60 columns
# says: rows\s+100:200
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg')
crop = img[100:200, 10:20]
small = cv2.resize(crop, (8, 8))
# %% mended
img = cv2.imread('cat.jpg')
crop = img[10:20, 10:20]
small = cv2.resize(crop, (8, 8))
