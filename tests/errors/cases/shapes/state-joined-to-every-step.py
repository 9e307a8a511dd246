# rule: joining.join_unequal
# source: constructed
# says: hidden\.unsqueeze\(1\)\.expand\(-1,\s+steps\.shape\[1\],\s+-1\)
# %% before
import torch
steps, hidden = torch.rand(4, 7, 5), torch.rand(4, 3)
# %% fails
both = torch.cat((steps, hidden), dim=2)
# %% mended
both = torch.cat((steps, hidden.unsqueeze(1).expand(-1, steps.shape[1], -1)), dim=2)
