# rule: learners_indexed.not_a_list
# source: constructed
# says: dl\.dataset\[0\]
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(8, 4), torch.arange(8)), batch_size=2)
# %% fails
x, y = dl[0]
# %% mended
x, y = dl.dataset[0]
