# rule: loaders_workers.workers_wanted
# source: https://github.com/pytorch/pytorch/issues/68576
# says: prefetch_factor=4
# says: the default
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset

birds = TensorDataset(torch.rand(24, 2), torch.zeros(24))
# %% fails
dl = DataLoader(birds, 8, shuffle=True, prefetch_factor=4)
# %% mended
dl = DataLoader(birds, 8, shuffle=True)
print(len(dl))
