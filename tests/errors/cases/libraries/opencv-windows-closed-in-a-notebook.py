# rule: opencv_given.no_window
# source: constructed
# says: destroyAllWindows is for windows
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
cv2.destroyAllWindows()
