# notice: splits.overlapping_parts
# source: constructed
# says: 20\srows
# %% before
import torch
x = torch.randn(100, 4); y = torch.zeros(100)
# %% cell
train_x, valid_x = x[:80], x[60:]
# %% mended
train_x, valid_x = x[:80], x[80:]
