# rule: layers.channels
# source: constructed
# says: self\.up = nn\.ConvTranspose2d\(4, 8, 2, stride=2\)
# %% before
import torch
from torch import nn
class Up(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(3, 4, 3, padding=1)
        self.up = nn.ConvTranspose2d(8, 8, 2, stride=2)
    def forward(self, x): return self.up(self.down(x))
net = Up()
xb = torch.rand(2, 3, 8, 8)
# %% fails
net(xb)
# %% mended
net.up = nn.ConvTranspose2d(4, 8, 2, stride=2)
net(xb)
