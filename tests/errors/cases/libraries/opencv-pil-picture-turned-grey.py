# rule: opencv_given.not_an_array
# source: constructed
# says: img is a picture of PIL
# says: cv2\.cvtColor\(np\.array\(img\), cv2\.COLOR_RGB2GRAY\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
# %% fails
img = PILImage.create('cat.jpg')
grey = cv2.cvtColor(img, cv2.COLOR_RGB2GRAY)
# %% mended
img = PILImage.create('cat.jpg')
grey = cv2.cvtColor(np.array(img), cv2.COLOR_RGB2GRAY)
