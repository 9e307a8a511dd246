# rule: loaders_used_up.no_batch_left
# source: constructed
# says: batches\s+=\s+iter\(dl\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(8, 2), torch.rand(8)), batch_size=4, shuffle=True)
def run(steps):
    batches = iter(dl)
    for _ in range(steps):
        xb, yb = next(batches)
# %% fails
run(5)
# %% mended
def run(steps):
    batches = iter(dl)
    for _ in range(steps):
        try:
            xb, yb = next(batches)
        except StopIteration:
            batches = iter(dl)
            xb, yb = next(batches)
run(5)
