# rule: data_transforms.different_sizes
# source: constructed
# says: items of a batch have different shapes
# says: pad_sequence
# %% before
import torch
from torch.utils.data import DataLoader
steps = [3, 4, 3, 7, 5]
walks = [(torch.rand(n, 2, 6), n % 2) for n in steps]
# %% fails
loader = DataLoader(walks, batch_size=5)
x, y = next(iter(loader))
# %% mended
def pad(batch):
    xs, ys = zip(*batch)
    return torch.nn.utils.rnn.pad_sequence(xs, batch_first=True), torch.utils.data.default_collate(ys)
loader = DataLoader(walks, batch_size=5, collate_fn=pad)
x, y = next(iter(loader))
