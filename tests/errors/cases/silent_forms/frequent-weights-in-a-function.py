# notice: sampler_weights.weights_of_the_frequent
# source: constructed
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader, WeightedRandomSampler
x = torch.randn(120, 4); label = (torch.arange(120) % 12 == 0).long()
ds = TensorDataset(x, label)
def batches(ds, y):
    w = torch.bincount(y)[y].double()
    return DataLoader(ds, batch_size=20, sampler=WeightedRandomSampler(w, len(ds)))
# %% cell
train_dl = batches(ds, label)
