# rule: modules_without_weights.no_weights
# source: constructed
# says: self\.weights = nn\.Parameter\(torch\.randn\(784, 1\)\)
# says: plain tensor
# %% before
import torch
from torch import nn
class Linear1(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = torch.randn(784, 1)
    def forward(self, x): return x@self.weights
# %% fails
model = Linear1()
opt = torch.optim.SGD(model.parameters(), lr=1.)
# %% mended
class Linear1(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = nn.Parameter(torch.randn(784, 1))
    def forward(self, x): return x@self.weights
model = Linear1()
opt = torch.optim.SGD(model.parameters(), lr=1.)
