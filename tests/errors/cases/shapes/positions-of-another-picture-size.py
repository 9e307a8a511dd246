# rule: positions_made.table_of_positions
# source: constructed
# says: made\s+for\s+16\s+×\s+16
# %% before
import torch
from torch import nn
class Patches(nn.Module):
    def __init__(self, dim=8):
        super().__init__()
        self.proj = nn.Conv2d(3, dim, 8, 8)
        self.pos = nn.Parameter(torch.zeros(1, 4, dim))
    def forward(self, x):
        x = self.proj(x).flatten(2).transpose(1, 2)
        return x + self.pos
net = Patches()
img = torch.rand(2, 3, 32, 32)
# %% fails
tokens = net(img)
# %% mended
tokens = net(nn.functional.interpolate(img, size=(16, 16)))
