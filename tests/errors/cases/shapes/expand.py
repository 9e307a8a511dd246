# rule: functional.expanded
# source: constructed
# says: 1
# says: c\.unsqueeze\(-1\)
# %% before
import torch
c = torch.tensor([10., 20., 30.])
# %% fails
c.expand(3, 5)
# %% mended
c.unsqueeze(-1).expand(3, 5)
