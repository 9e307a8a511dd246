# rule: learners_indexed.not_a_list
# source: constructed
# says: next\(iter\(loader\)\)
# says: loader\.dataset\[0\]
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.randn(12, 3), torch.arange(12)), batch_size=4)
# %% fails
xb, yb = loader[0]
# %% mended
xb, yb = next(iter(loader))
