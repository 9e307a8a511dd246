# rule: opencv_read.picture_not_read
# source: constructed
# says: img is None
# says: os\.path\.exists\(paths\(\)\[0\]\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
import os
def paths(): return ['gone.jpg']
img = cv2.imread(paths()[0])
img[0]
# %% mended
import os
def paths(): return ['cat.jpg']
img = cv2.imread(paths()[0])
img[0]
