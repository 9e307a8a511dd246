# notice: sampler_weights.weights_of_the_frequent
# source: constructed
# says: weights = \(1 / counts\.float\(\)\)\[labels\]
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader, WeightedRandomSampler, Dataset
x = torch.randn(120, 4); label = (torch.arange(120) % 12 == 0).long()
counts = torch.bincount(label)
ds = TensorDataset(x, label)
# %% cell
weights = counts[label].double()
dl = DataLoader(ds, batch_size=20, sampler=WeightedRandomSampler(weights, len(ds)))
# %% mended
labels = label
weights = (1 / counts.float())[labels]
dl = DataLoader(ds, batch_size=20, sampler=WeightedRandomSampler(weights, len(ds)))
