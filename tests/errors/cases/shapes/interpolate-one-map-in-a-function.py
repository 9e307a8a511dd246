# rule: functional.interpolate_rank
# source: constructed
# says: depth\[None, None\]
# %% before
import torch
import torch.nn.functional as F

def enlarge(depth):
    return F.interpolate(torch.unsqueeze(depth, 1), size=(40, 60), mode='nearest')
# %% fails
enlarge(torch.rand(20, 30))
