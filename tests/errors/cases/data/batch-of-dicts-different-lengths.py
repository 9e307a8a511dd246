# rule: data_transforms.different_sizes
# source: constructed
# says: 'tokens'
# says: train_dl = DataLoader\(ds, batch_size=4, collate_fn=pad\)
# %% before
import torch
from torch.utils.data import DataLoader
ds = [{'label': i % 2, 'tokens': torch.arange(i + 3)} for i in range(8)]
# %% fails
train_dl = DataLoader(ds, batch_size=4)
b = next(iter(train_dl))
# %% mended
def pad(batch):
    rest = [{k: v for k, v in one.items() if k != 'tokens'} for one in batch]
    long = torch.nn.utils.rnn.pad_sequence([one['tokens'] for one in batch], batch_first=True)
    return {**torch.utils.data.default_collate(rest), 'tokens': long}
train_dl = DataLoader(ds, batch_size=4, collate_fn=pad)
b = next(iter(train_dl))
