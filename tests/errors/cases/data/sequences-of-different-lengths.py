# rule: data_transforms.different_sizes
# source: constructed
# says: pad_sequence
# says: collate_fn
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader
ds = [(torch.arange(i + 3), i % 2) for i in range(8)]
# %% fails
xb, yb = next(iter(DataLoader(ds, batch_size=4)))
# %% mended
def pad(batch):
    xs, ys = zip(*batch)
    return nn.utils.rnn.pad_sequence(xs, batch_first=True), torch.tensor(ys)
dl = DataLoader(ds, batch_size=64, collate_fn=pad)
xb, yb = next(iter(dl))
