# rule: opencv_arrays.colours_of_other_arrays
# source: constructed
# says: a batch of 2
# says: imgs\[0\]
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
imgs = np.stack([cv2.imread('cat.jpg')] * 2)
rgb = cv2.cvtColor(imgs, cv2.COLOR_BGR2RGB)
# %% mended
imgs = np.stack([cv2.imread('cat.jpg')] * 2)
rgb = cv2.cvtColor(imgs[0], cv2.COLOR_BGR2RGB)
