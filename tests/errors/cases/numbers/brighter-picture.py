# notice: numbers.bytes_wrap_around
# source: constructed
# says: uint8
# says: `?img
# %% before
import numpy as np, torch
img = np.full((4, 4), 230, dtype=np.uint8)
# %% cell
bright = img + 50
# %% mended
bright = np.clip(img.astype(float) + 50, 0, 255)
