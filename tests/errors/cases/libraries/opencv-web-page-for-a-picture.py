# rule: opencv_read.picture_not_read
# source: constructed
# says: page\.jpg is\s+there
# says: web page
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from pathlib import Path
Path('page.jpg').write_text('<!DOCTYPE html><html>not found</html>')
# %% fails
img = cv2.imread('page.jpg')
img.mean()
# %% mended
img = cv2.imread('cat.jpg')
img.mean()
