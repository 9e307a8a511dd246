# rule: batches_of_dicts.keys_of_a_batch
# source: constructed
# says: 'image', 'label' and 'name'
# says: xb, yb = batch\['image'\], batch\['label'\]
# %% before
import torch
from torch.utils.data import DataLoader
items = [{'image': torch.randn(4), 'label': i % 2, 'name': f'{i}.jpg'} for i in range(8)]
dl = DataLoader(items, batch_size=4)
# %% fails
for xb, yb in dl:
    print(xb.shape)
# %% mended
for batch in dl:
    xb, yb = batch['image'], batch['label']
    print(xb.shape)
