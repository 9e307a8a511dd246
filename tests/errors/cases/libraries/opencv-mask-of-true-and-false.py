# rule: opencv_arrays.other_numbers
# source: constructed
# says: mask is a bool array
# says: mask\.astype\(np\.uint8\), \(8, 8\), interpolation=cv2\.INTER_NEAREST
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
mask = cv2.imread('cat.jpg', 0) > 100
small = cv2.resize(mask, (8, 8))
# %% mended
mask = cv2.imread('cat.jpg', 0) > 100
small = cv2.resize(mask.astype(np.uint8), (8, 8), interpolation=cv2.INTER_NEAREST)
