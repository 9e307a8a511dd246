# rule: opencv_given.points_between_pixels
# source: constructed
# says: whole pixels
# says: \(x // 2, 4\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
img, x = cv2.imread('cat.jpg'), 21
cv2.rectangle(img, (x / 2, 4), (30, 20), (255, 0, 0), 2);
# %% mended
img, x = cv2.imread('cat.jpg'), 21
cv2.rectangle(img, (x // 2, 4), (30, 20), (255, 0, 0), 2);
