# notice: layers.one_layer_repeated
# source: constructed
# %% before
from torch import nn
import torch
n = 4
# %% cell
class N(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.blocks = nn.Sequential(
            *(
                [nn.Linear(8, 8)]
                * n
            )
        )
    def forward(self, x): return self.blocks(x)
net = N(4)
# %% mended
class N(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.blocks = nn.Sequential(*[nn.Linear(8, 8) for _ in range(n)])
    def forward(self, x): return self.blocks(x)
net = N(4)
