# rule: opencv_read.picture_not_read
# source: https://stackoverflow.com/questions/55878250
# says: img is None
# says: There is no pictures/dog\.jpg
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img = cv2.imread('pictures/dog.jpg')
rgb = cv2.cvtColor(img, cv2.COLOR_BGR2RGB)
# %% mended
img = cv2.imread('cat.jpg')
rgb = cv2.cvtColor(img, cv2.COLOR_BGR2RGB)
