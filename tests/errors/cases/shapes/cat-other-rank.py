# rule: joining.join_unequal
# source: constructed
# says: number of dimensions
# says: one\.unsqueeze\(0\)
# %% before
import torch
many, one = torch.rand(5, 3), torch.rand(3)
# %% fails
torch.cat([many, one])
# %% mended
torch.cat([many, one.unsqueeze(0)])
