# notice: none
# source: constructed
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader, WeightedRandomSampler, Dataset
x = torch.randn(120, 4); label = (torch.arange(120) % 12 == 0).long()
counts = torch.bincount(label)
# %% cell
weights = (1 / counts)[label]
ds = TensorDataset(x, label)
dl = DataLoader(ds, batch_size=20, sampler=WeightedRandomSampler(weights, 40))
again = DataLoader(ds, batch_size=20, sampler=WeightedRandomSampler(torch.ones(len(ds)), 500))
bag = WeightedRandomSampler([0.1, 0.9], 10)
