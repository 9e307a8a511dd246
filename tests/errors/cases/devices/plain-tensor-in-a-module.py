# rule: devices.apart
# source: constructed
# says: in place of self.scale = …
# says: self.register_buffer\("scale", torch.ones\(1, 3\) \* factor\)
# %% before
import torch
from torch import nn
class Scaled(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.scale = torch.ones(1, 3) * factor
        self.layer = nn.Linear(3, 2)
    def forward(self, x): return self.layer(x * self.scale)
# %% fails
net = Scaled(2.).to('meta')      # meta stands for cuda
net(torch.ones(4, 3, device='meta'))
# %% mended
class Scaled(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.register_buffer("scale", torch.ones(1, 3) * factor)
        self.layer = nn.Linear(3, 2)
    def forward(self, x): return self.layer(x * self.scale)
net = Scaled(2.).to('meta')
net(torch.ones(4, 3, device='meta'))
