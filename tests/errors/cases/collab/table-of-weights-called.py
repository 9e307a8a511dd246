# rule: tensors_called.parameter_called
# source: fastbook, chapter 8, creating our own embedding module
# says: self\.bias\[users\]
# says: square\s+brackets
# %% before
import torch
from torch import nn
class Biases(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(n))

    def forward(self, users):
        return self.bias(users)
# %% fails
Biases(4)(torch.tensor([0, 2]))
# %% mended
class Biases(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(n))

    def forward(self, users):
        return self.bias[users]

Biases(4)(torch.tensor([0, 2]))
