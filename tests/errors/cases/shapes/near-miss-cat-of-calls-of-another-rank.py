# rule: not joining.join_of_calls
# source: constructed
# %% before
import torch
# %% fails
both = torch.cat([torch.zeros(3, 4), torch.ones(3)], dim=1)
