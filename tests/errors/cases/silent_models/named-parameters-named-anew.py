# notice: rebound.parameter_named_anew
# source: constructed
# says: w\.data\.copy_\(w \* 0\.1\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
def shrink(m):
    for name, w in m.named_parameters():
        if "bias" not in name:
            w = w * 0.1
# %% cell
net = nn.Linear(3, 1)
shrink(net)
