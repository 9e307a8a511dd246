# rule: data_transforms.different_sizes
# source: constructed
# says: return torch\.nn\.utils\.rnn\.pad_sequence\(batch, batch_first=True\)
# %% before
import torch
from torch.utils.data import DataLoader
sentences = [torch.arange(i + 3) for i in range(8)]
# %% fails
for xb in DataLoader(sentences, batch_size=4): print(xb.shape)
# %% mended
def pad(batch):
    return torch.nn.utils.rnn.pad_sequence(batch, batch_first=True)
dl = DataLoader(sentences, batch_size=4, collate_fn=pad)
for xb in dl: print(xb.shape)
