# rule: opencv_given.name_without_ending
# source: constructed
# says: has no\s+ending
# says: cv2\.imwrite\('out/cat\.jpg', img\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
import os
os.makedirs('out')
# %% fails
img = cv2.imread('cat.jpg')
cv2.imwrite('out/cat', img)
# %% mended
img = cv2.imread('cat.jpg')
cv2.imwrite('out/cat.jpg', img)
