# rule: opencv_read.picture_not_read
# source: constructed
# says: img is None
# says: There is no cats\.jpg
# says: 'cat\.jpg'
# says: imread\s+returns\s+None
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('cats.jpg')
print(img.shape)
# %% mended
img = cv2.imread('cat.jpg')
print(img.shape)
