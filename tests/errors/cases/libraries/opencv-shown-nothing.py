# rule: opencv_read.picture_not_read
# source: constructed
# says: img is None
# says: pics is a folder
# says: get_image_files
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
os.makedirs('pics')
cv2.imwrite('pics/cat.jpg', cv2.imread('cat.jpg'))
# %% fails
img = cv2.imread('pics')
plt.imshow(img)
# %% mended
img = cv2.imread(str(get_image_files('pics')[0]))
plt.imshow(img);
