# rule: opencv_arrays.other_numbers
# source: constructed
# says: float16
# says: img\.astype\(np\.float32\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = (cv2.imread('cat.jpg') / 255).astype(np.float16)
small = cv2.resize(img, (8, 8))
# %% mended
img = (cv2.imread('cat.jpg') / 255).astype(np.float16)
small = cv2.resize(img.astype(np.float32), (8, 8))
