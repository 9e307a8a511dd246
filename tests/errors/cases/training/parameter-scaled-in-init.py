# rule: modules_assigned.parameter_assigned
# source: constructed
# says: self\.table = nn\.Parameter\(self\.table \* 0\.01\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)


# %% fails
class Table(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.table = nn.Parameter(torch.randn(n, 3))
        self.table = self.table * 0.01


Table(5)


# %% mended
class Table(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.table = nn.Parameter(torch.randn(n, 3))
        self.table = nn.Parameter(self.table * 0.01)


Table(5)
