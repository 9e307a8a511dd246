# rule: data_transforms.different_sizes
# source: constructed
# says: items of a batch have different shapes
# says: pad_sequence
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
class Walks(Dataset):
    def __init__(self, steps): self.steps = steps
    def __len__(self): return len(self.steps)
    def __getitem__(self, i): return torch.rand(self.steps[i], 4, 6)
# %% fails
dl = DataLoader(Walks([20, 31, 12, 20]), batch_size=4)
for walk in dl: print(walk.shape)
# %% mended
def pad(batch):
    return torch.nn.utils.rnn.pad_sequence(batch, batch_first=True)
dl = DataLoader(Walks([20, 31, 12, 20]), batch_size=4, collate_fn=pad)
for walk in dl: print(walk.shape)
