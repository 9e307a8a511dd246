# rule: opencv_arrays.nothing_cut_out
# source: constructed
# says: exchanged
# says: img\[5:15, x:x \+ 10\]
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img, x = cv2.imread('cat.jpg'), 45
crop = img[x:x + 10, 5:15]
small = cv2.resize(crop, (8, 8))
# %% mended
img, x = cv2.imread('cat.jpg'), 45
crop = img[5:15, x:x + 10]
small = cv2.resize(crop, (8, 8))
