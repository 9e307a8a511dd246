# rule: data_transforms.different_sizes
# source: constructed
# says: pad_sequence
# %% before
import torch
from torch.utils.data import DataLoader
texts = [torch.arange(5), torch.arange(3), torch.arange(4)]
# %% fails
for xb in DataLoader(texts, batch_size=3): pass
