# rule: opencv_given.no_window
# source: constructed
# says: imshow opens a window
# says: plt\.imshow\(cv2\.cvtColor\(img, cv2\.COLOR_BGR2RGB\)\);
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
import matplotlib.pyplot as plt
img = cv2.imread('cat.jpg')
cv2.imshow('cat', img)
cv2.waitKey(0)
# %% mended
import matplotlib.pyplot as plt
img = cv2.imread('cat.jpg')
plt.imshow(cv2.cvtColor(img, cv2.COLOR_BGR2RGB));
