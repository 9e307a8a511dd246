# rule: opencv_read.picture_not_read
# source: constructed
# says: im is None
# says: There is no imgs/b\.png
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
import os
def load(folder, name, size=32):
    im = cv2.imread(os.path.join(folder, name))
    return cv2.resize(im, (size, size))

load('imgs', 'b.png')
# %% mended
import os
def load(folder, name, size=32):
    im = cv2.imread(os.path.join(folder, name))
    return cv2.resize(im, (size, size))

load('.', 'cat.jpg')
