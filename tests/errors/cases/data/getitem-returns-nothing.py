# rule: datasets.not_collatable
# source: https://discuss.pytorch.org/t/typeerror-default-collate-batch-must-contain-tensors-numpy-arrays-numbers-dicts-or-lists-found-class-nonetype/87090
# says: Pairs\.__getitem__ returned None
# says: return
# %% before
import torch
from torch.utils.data import DataLoader, Dataset
x, y = torch.rand(8, 4), torch.arange(8)
# %% fails
class Pairs(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): x[i], y[i]

for xb, yb in DataLoader(Pairs(), batch_size=4): print(xb.shape)
# %% mended
class Pairs(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): return x[i], y[i]

for xb, yb in DataLoader(Pairs(), batch_size=4): print(xb.shape)
