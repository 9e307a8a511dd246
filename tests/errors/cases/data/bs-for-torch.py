# rule: loaders.bs_for_torch
# source: constructed
# says: batch_size=4
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
ds = TensorDataset(torch.rand(8, 4), torch.arange(8))
# %% fails
dl = DataLoader(ds, shuffle=True, bs=4)
# %% mended
dl = DataLoader(ds, shuffle=True, batch_size=4)
