# rule: channels_shared.pixels_shuffled
# source: constructed
# says: out_channels=27
# %% before
import torch
from torch import nn
# %% fails
class Up(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.shuffle = nn.Conv2d(3, 25, 1), nn.PixelShuffle(3)
    def forward(self, x):
        return self.shuffle(self.conv(x))
big = Up()(torch.rand(1, 3, 4, 4))
# %% mended
class Up(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.shuffle = nn.Conv2d(3, 27, 1), nn.PixelShuffle(3)
    def forward(self, x):
        return self.shuffle(self.conv(x))
big = Up()(torch.rand(1, 3, 4, 4))
