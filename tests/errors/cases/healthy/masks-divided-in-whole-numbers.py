# notice: none
# source: constructed
# %% before
import numpy as np, torch
from torch.utils.data import Dataset, DataLoader
draw = np.random.default_rng(1)
raw = draw.integers(0, 256, (40, 16, 16)).astype(np.uint8)
kinds = draw.integers(0, 10, 40)
shape = np.where(raw > 128, 255, 0).astype(np.uint8)
msk = raw.copy()
# %% cell
inside = shape // 255
rough_mask = msk // 255
tenths = raw // 25
seconds, left = 3661 // 255, 3661 % 255
