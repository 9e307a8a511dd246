# rule: hooks_in_place.layer_after_a_hook
# source: constructed
# says: h\s+=\s+h\s+\+\s+x
# %% before
import torch
from torch import nn
# %% fails
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)
    def forward(self, x):
        h = self.lin(x)
        h += x
        return h
block = Block()
block.lin.register_full_backward_hook(lambda layer, grad_in, grad_out: None)
out = block(torch.rand(2, 4))
# %% mended
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)
    def forward(self, x):
        h = self.lin(x)
        h = h + x
        return h
block = Block()
block.lin.register_full_backward_hook(lambda layer, grad_in, grad_out: None)
out = block(torch.rand(2, 4))
