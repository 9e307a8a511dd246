# notice: sampler_weights.too_few_weights
# source: constructed
# says: 3\s+weights\s+for\s+90\s+items
# says: 0\s+to\s+2
# %% before
import torch
from torch.utils.data import Dataset, DataLoader, WeightedRandomSampler
class Scans(Dataset):
    def __init__(self, n): self.pics, self.y = torch.randn(n, 6), torch.randint(0, 3, (n,))
    def __len__(self): return len(self.pics)
    def __getitem__(self, i): return self.pics[i], self.y[i]
scans = Scans(90)
# %% cell
dl = DataLoader(scans, batch_size=10, sampler=WeightedRandomSampler([0.2, 0.5, 0.3], 90))
# %% mended
weights = torch.tensor([0.2, 0.5, 0.3])[scans.y]
dl = DataLoader(scans, batch_size=10, sampler=WeightedRandomSampler(weights, 90))
