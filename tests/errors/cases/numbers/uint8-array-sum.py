# notice: numbers.bytes_wrap_around
# source: constructed
# says: uint8
# says: astype
# %% before
import numpy as np, torch
img1 = np.full((4, 4), 200, dtype=np.uint8); img2 = np.full((4, 4), 100, dtype=np.uint8)
# %% cell
mean = (img1 + img2) / 2
# %% mended
mean = (img1.astype(float) + img2) / 2
