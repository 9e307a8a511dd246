# rule: opencv_read.picture_not_read
# source: constructed
# says: img is None
# says: There is no pics/dog\.jpg
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
import os
os.makedirs('pics')
cv2.imwrite('pics/cat.jpg', cv2.imread('cat.jpg'))
# %% fails
small = []
for name in ['cat', 'dog']:
    img = cv2.imread(f'pics/{name}.jpg')
    small.append(cv2.resize(img, (32, 32)))
# %% mended
small = []
for name in ['cat']:
    img = cv2.imread(f'pics/{name}.jpg')
    small.append(cv2.resize(img, (32, 32)))
