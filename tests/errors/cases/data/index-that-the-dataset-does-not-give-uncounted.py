# rule: loops_unpacked.parts_within_parts
# source: constructed
# says: for\s+x,\s+y\s+in\s+loader:
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
loader = DataLoader(TensorDataset(torch.rand(9, 3), torch.zeros(9)), batch_size=3)
# %% fails
for path, (x, y) in loader:
    pass
# %% mended
for x, y in loader:
    pass
