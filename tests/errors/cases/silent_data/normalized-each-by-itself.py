# notice: scalers.normalized_apart
# source: https://course19.fast.ai (part 2, lesson 8)
# says: its\s+own\s+mean\s+and\s+std
# says: x_train\.mean\(\)
# %% before
import torch
x_train, x_valid = torch.rand(40, 3), torch.rand(10, 3)
# %% cell
x_train = (x_train - x_train.mean()) / x_train.std()
x_valid = (x_valid - x_valid.mean()) / x_valid.std()
# %% mended
m, s = x_train.mean(), x_train.std()
x_train, x_valid = (x_train - m) / s, (x_valid - m) / s
