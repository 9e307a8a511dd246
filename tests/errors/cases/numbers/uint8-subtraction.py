# notice: numbers.bytes_wrap_around
# source: constructed
# says: uint8
# says: wrap
# says: float\(\)
# %% before
import torch
a = torch.tensor([10, 200], dtype=torch.uint8); b = torch.tensor([20, 100], dtype=torch.uint8)
# %% cell
d = a - b
d
# %% mended
d = a.float() - b
d
