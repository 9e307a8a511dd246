# rule: joining.join_unequal
# source: constructed
# says: dim=1
# %% before
import torch
cats, conts = torch.rand(8, 3), torch.rand(8, 5)
# %% fails
x = torch.cat([cats, conts])
# %% mended
x = torch.cat([cats, conts], dim=1)
