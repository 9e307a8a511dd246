# rule: batches_of_dicts.keys_of_a_batch
# source: constructed
# says: for i, batch in enumerate\(dl\):\s+x, y = batch\['image'\], batch\['label'\]
# %% before
import torch
from torch.utils.data import DataLoader
items = [{'image': torch.randn(4), 'label': i % 2} for i in range(8)]
dl = DataLoader(items, batch_size=4)
# %% fails
for i, (x, y) in enumerate(dl):
    x, y = x.to('cpu'), y.to('cpu')
# %% mended
for i, batch in enumerate(dl):
    x, y = batch['image'], batch['label']
    x, y = x.to('cpu'), y.to('cpu')
