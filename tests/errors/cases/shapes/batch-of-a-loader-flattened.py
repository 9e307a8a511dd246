# rule: batches_whole.batch_given_to_function
# source: constructed
# says: torch\.flatten
# says: F\.relu|torch\.flatten\(batch\[0\], 1\)
# %% before
import torch
from torch.utils.data import DataLoader
pairs = [(torch.rand(2, 3), torch.tensor(i % 2)) for i in range(8)]
loader = DataLoader(pairs, batch_size=4)
# %% fails
for batch in loader:
    flat = torch.flatten(batch, 1)
# %% mended
for batch in loader:
    flat = torch.flatten(batch[0], 1)
