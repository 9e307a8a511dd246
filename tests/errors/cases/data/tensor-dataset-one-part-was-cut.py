# rule: datasets.tensors_for_dataset
# source: constructed
# says: 15 items
# says: 20 items
# says: TensorDataset\(inputs, wanted\[:15\]\)
# %% before
import torch
from torch.utils.data import TensorDataset
every = torch.rand(20, 3); wanted = torch.rand(20)
# %% fails
inputs, held_out = every[:15], every[15:]
ds = TensorDataset(inputs, wanted)
# %% mended
inputs, held_out = every[:15], every[15:]
ds = TensorDataset(inputs, wanted[:15])
