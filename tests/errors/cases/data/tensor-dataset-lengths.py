# rule: datasets.tensors_for_dataset
# source: constructed
# says: x has 8 items and y has 3 items
# %% before
import torch
from torch.utils.data import TensorDataset
x, y = torch.rand(8, 4), torch.arange(3)
# %% fails
ds = TensorDataset(x, y)
# %% mended
ds = TensorDataset(x[:3], y)
