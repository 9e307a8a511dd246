# notice: sampler_weights.too_few_weights
# source: constructed
# says: w\[label\],\s+num_samples=120
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader, WeightedRandomSampler, Dataset
x = torch.randn(120, 4); label = (torch.arange(120) % 12 == 0).long()
counts = torch.bincount(label)
ds = TensorDataset(x, label)
w = 1 / counts
# %% cell
sampler = WeightedRandomSampler(w, len(ds))
# %% mended
sampler = WeightedRandomSampler(w[label], num_samples=120)
