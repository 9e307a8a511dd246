# rule: sizes_as_floats.no_whole_number
# source: https://github.com/Zj-BinXia/ENLCA/issues/14
# says: Block\(nn\.Conv2d,\s+8,\s+3,\s+bias=True\)
# %% before
import torch
from torch import nn
class Block(nn.Sequential):
    def __init__(self, conv, i, o, stride=1, bias=True):
        super().__init__(conv(i, o, 3, padding=1, stride=stride, bias=bias), nn.ReLU())
# %% fails
tail = Block(nn.Conv2d, 8, 3, True)
out = tail(torch.rand(1, 8, 6, 6))
# %% mended
tail = Block(nn.Conv2d, 8, 3, bias=True)
out = tail(torch.rand(1, 8, 6, 6))
