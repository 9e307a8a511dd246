# rule: loaders.next_of_a_loader
# source: constructed
# says: next\(iter\(dl\)\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(8, 4), torch.arange(8)), batch_size=2)
# %% fails
xb, yb = next(dl)
# %% mended
xb, yb = next(iter(dl))
