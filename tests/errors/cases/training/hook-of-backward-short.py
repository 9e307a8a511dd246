# rule: hooks.hook_arguments
# source: constructed
# says: backward hook
# says: def watch\(layer, grad_in, grad\):
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
# %% fails
def watch(layer, grad):
    print(grad[0].norm())

net[2].register_full_backward_hook(watch)
net(torch.randn(4, 2)).sum().backward()
