# notice: sampler_weights.too_few_weights
# source: constructed
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader, WeightedRandomSampler
ds = TensorDataset(torch.randn(90, 6), torch.randint(0, 3, (90,)))
class Data:
    def __init__(self, ds, weights):
        self.ds = ds
        self.weights = weights
    def train(self):
        return DataLoader(self.ds, batch_size=10, sampler=WeightedRandomSampler(self.weights, len(self.ds)))
data = Data(ds, [0.2, 0.5, 0.3])
# %% cell
train_dl = data.train()
