# rule: opencv_arrays.colours_of_other_arrays
# source: constructed
# says: img is a float64 array
# says: img\.astype\(np\.float32\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg') / 255
grey = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
# %% mended
img = cv2.imread('cat.jpg') / 255
grey = cv2.cvtColor(img.astype(np.float32), cv2.COLOR_BGR2GRAY)
