# rule: data_transforms.different_sizes
# source: constructed
# says: xs, ys = zip\(\*batch\)
# %% before
import torch
from torch.utils.data import DataLoader
pairs = [(torch.arange(i + 3), torch.arange(i + 2)) for i in range(8)]
# %% fails
dl = DataLoader(pairs, batch_size=4, shuffle=False)
for xb, yb in dl: print(xb.shape)
# %% mended
def pad(batch):
    xs, ys = zip(*batch)
    return torch.nn.utils.rnn.pad_sequence(xs, batch_first=True), torch.nn.utils.rnn.pad_sequence(ys, batch_first=True)
dl = DataLoader(pairs, batch_size=4, shuffle=False, collate_fn=pad)
for xb, yb in dl: print(xb.shape)
