# notice: casts.fractions_cut_to_zero
# source: constructed
# %% before
import numpy as np, torch
from numpy import int32
img = np.random.randint(0, 250, (3, 16, 16))
raw = torch.randint(0, 250, (3, 16, 16))
# %% cell
x = (img / 255).astype(np.int64)
x.shape
# %% mended
x = (img / 255).astype(np.float32)
x.shape
