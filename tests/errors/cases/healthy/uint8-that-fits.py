# notice: none
# source: constructed
# %% before
import torch, numpy as np
a = torch.tensor([200, 100], dtype=torch.uint8); b = torch.tensor([20, 100], dtype=torch.uint8)
img = np.full((4, 4), 100, dtype=np.uint8)
# %% cell
d = a - b
inverted = 255 - img
half = img // 2
lighter = img + 50
m = img.mean(), a.sum()
