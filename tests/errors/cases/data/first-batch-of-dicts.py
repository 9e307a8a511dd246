# rule: batches_of_dicts.keys_of_a_batch
# source: constructed
# says: batch = next\(iter\(dl\)\)\s+xb, yb = batch\['image'\], batch\['label'\]
# %% before
import torch
from torch.utils.data import DataLoader
class Photos(torch.utils.data.Dataset):
    def __len__(self): return 8
    def __getitem__(self, i): return dict(image=torch.randn(4), label=i % 2)
dl = DataLoader(Photos(), batch_size=4)
xb, yb = next(iter(dl))
# %% fails
xb.shape
# %% mended
batch = next(iter(dl))
xb, yb = batch['image'], batch['label']
xb.shape
