# rule: devices.apart
# source: constructed
# says: self.mask.to\(x.device\)
# %% before
import torch
from torch import nn
class Masked(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 2)
    def set_mask(self, mask): self.mask = mask
    def forward(self, x):
        return self.layer(x * self.mask)
net = Masked().to('meta')      # meta stands for cuda
net.set_mask(torch.tensor([1., 0., 1.]))
# %% fails
net(torch.ones(4, 3, device='meta'))
# %% mended
class Masked(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 2)
    def set_mask(self, mask): self.mask = mask
    def forward(self, x):
        return self.layer(x * self.mask.to(x.device))
net = Masked().to('meta')
net.set_mask(torch.tensor([1., 0., 1.]))
net(torch.ones(4, 3, device='meta'))
