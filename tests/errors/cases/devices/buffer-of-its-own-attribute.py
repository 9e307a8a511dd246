# rule: buffers_named.name_is_taken
# source: constructed
# says: self.register_buffer\('scale', torch.ones\(1, 3\) \* 2\)
# %% before
import torch
from torch import nn
# %% fails
class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = torch.ones(1, 3) * 2
        self.register_buffer('scale', self.scale)
    def forward(self, x): return x * self.scale
net = Scaled()
# %% mended
class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('scale', torch.ones(1, 3) * 2)
    def forward(self, x): return x * self.scale
net = Scaled()
