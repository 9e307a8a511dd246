# rule: data_transforms.different_sizes
# source: constructed
# says: keys = \['ids', 'mask'\]
# %% before
import torch
from torch.utils.data import DataLoader
ds = [{'ids': torch.arange(i + 3), 'mask': torch.ones(i + 3), 'y': i} for i in range(8)]
# %% fails
b = next(iter(DataLoader(ds, 4)))
# %% mended
def pad(batch):
    keys = ['ids', 'mask']
    parts = {k: [one[k] for one in batch] for k in batch[0]}
    return {k: torch.nn.utils.rnn.pad_sequence(v, batch_first=True) if k in keys else torch.utils.data.default_collate(v) for k, v in parts.items()}
dl = DataLoader(ds, 4, collate_fn=pad)
b = next(iter(dl))
