# rule: modules_assigned.parameter_assigned
# source: constructed
# says: weight = self\.weight / self\.weight\.norm\(\)
# says: name of its own
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)


# %% fails
class Normed(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(4, 2))

    def forward(self, rows):
        self.weight = self.weight / self.weight.norm()
        return rows @ self.weight


Normed()(inputs)


# %% mended
class Normed(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(4, 2))

    def forward(self, rows):
        weight = self.weight / self.weight.norm()
        return rows @ weight


Normed()(inputs)
