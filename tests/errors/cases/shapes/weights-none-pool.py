# rule: modules_without_weights.no_weights
# source: constructed
# says: has none
# %% before
import torch
from torch import nn
class Shrink(nn.Module):
    def __init__(self):
        super().__init__()
        pool = nn.MaxPool2d(2)
        self.pool = pool
    def forward(self, x): return self.pool(x)
# %% fails
shrink = Shrink()
opt = torch.optim.SGD(shrink.parameters(), lr=.1)
