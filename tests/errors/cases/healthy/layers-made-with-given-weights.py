# notice: none
# source: constructed
# %% before
import torch
from torch import nn
# %% cell
class Hyper(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.rand(2, 4))
    def forward(self, x):
        layer = nn.Linear(4, 2)
        layer.weight.data = self.w
        bn = nn.BatchNorm1d(2, affine=False)
        return bn(layer(x))
class Lazy(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList()
    def forward(self, x):
        if not len(self.layers):
            first = nn.Linear(x.shape[1], 2)
            self.layers.append(first)
            return first(x)
        return self.layers[0](x)
def conv_out(shape):
    return nn.Conv2d(3, 4, 3)(torch.zeros(1, *shape)).shape
Hyper()(torch.rand(3, 4)); Lazy()(torch.rand(3, 4)); conv_out((3, 8, 8))
