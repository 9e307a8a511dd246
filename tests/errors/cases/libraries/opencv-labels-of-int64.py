# rule: opencv_arrays.other_numbers
# source: constructed
# says: int64
# says: labels\.astype\(np\.uint8\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
labels = np.arange(16).reshape(4, 4)
big = cv2.resize(labels, (8, 8))
# %% mended
labels = np.arange(16).reshape(4, 4)
big = cv2.resize(labels.astype(np.uint8), (8, 8), interpolation=cv2.INTER_NEAREST)
