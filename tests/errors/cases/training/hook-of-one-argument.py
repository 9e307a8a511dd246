# rule: hooks.hook_arguments
# source: https://discuss.pytorch.org/t/how-can-i-extract-intermediate-layer-output/2301
# says: 3\s+arguments
# says: def keep\(module, inp, activation\):
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
kept = []
# %% fails
def keep(activation):
    kept.append(activation.detach())

handle = net[0].register_forward_hook(keep)
net(torch.randn(4, 2))
# %% mended
def keep(module, inp, activation):
    kept.append(activation.detach())

for part in net: part._forward_hooks.clear()
handle = net[0].register_forward_hook(keep)
net(torch.randn(4, 2))
