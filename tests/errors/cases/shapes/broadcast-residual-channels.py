# rule: shapes.broadcast
# source: constructed
# says: channels
# says: nn\.Conv2d\(8, 16, 1\)
# %% before
import torch
a = torch.rand(2, 16, 8, 8)
b = torch.rand(2, 8, 8, 8)
# %% fails
a + b
# %% mended
a + torch.nn.Conv2d(8, 16, 1)(b)
