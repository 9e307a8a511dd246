# notice: none
# source: constructed
# %% before
import numpy as np
img = np.random.default_rng(0).integers(0, 256, (8, 8), dtype=np.uint8)
# %% cell
mask = (img > 128).astype(np.uint8)
masked = img * mask
img3 = np.stack([img]*3, -1)
