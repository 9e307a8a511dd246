# rule: opencv_arrays.colours_of_other_arrays
# source: constructed
# says: channels come first
# says: img\.transpose\(1, 2, 0\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cat.jpg').transpose(2, 0, 1)
rgb = cv2.cvtColor(img, cv2.COLOR_BGR2RGB)
# %% mended
img = cv2.imread('cat.jpg').transpose(2, 0, 1)
rgb = cv2.cvtColor(img.transpose(1, 2, 0), cv2.COLOR_BGR2RGB)
