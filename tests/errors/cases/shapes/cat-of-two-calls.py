# rule: joining.join_of_calls
# source: constructed
# says: torch\.zeros\(3,\s+4\)\s+of\s+size\s+3
# %% before
import torch
# %% fails
both = torch.cat([torch.zeros(3, 4), torch.ones(2, 5)], dim=1)
# %% mended
both = torch.cat([torch.zeros(3, 4), torch.ones(3, 5)], dim=1)
