# notice: sampler_weights.too_few_weights
# source: constructed
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader, WeightedRandomSampler
ds = TensorDataset(torch.randn(90, 6), torch.randint(0, 3, (90,)))
def batches(ds, weights):
    return DataLoader(ds, batch_size=10, sampler=WeightedRandomSampler(weights, len(ds)))
# %% cell
train_dl = batches(ds, [0.2, 0.5, 0.3])
