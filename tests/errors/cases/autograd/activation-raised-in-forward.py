# rule: in_place.needed_for_gradient
# source: https://discuss.pytorch.org/t/one-of-the-variables-needed-for-gradient-computation-has-been-modified-by-an-inplace-operation/58741
# says: out \*= 2
# says: out = out \* 2
# %% before
import torch
from torch import nn
# %% fails
class Doubled(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(3, 4), nn.Linear(4, 1)

    def forward(self, x):
        out = self.first(x).tanh()
        out *= 2
        return self.second(out)

Doubled()(torch.randn(5, 3)).mean().backward()
# %% mended
class Doubled(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(3, 4), nn.Linear(4, 1)

    def forward(self, x):
        out = self.first(x).tanh()
        out = out * 2
        return self.second(out)

Doubled()(torch.randn(5, 3)).mean().backward()
