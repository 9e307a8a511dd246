# rule: modules_assigned.parameter_assigned
# source: constructed
# says: two\.first\.weight = nn\.Parameter\(torch\.ones\(6, 9\)\)
# says: \(6, 4\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)


class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(4, 6), nn.Linear(6, 2)

    def forward(self, rows):
        return self.last(F.relu(self.first(rows)))


two = Two()
# %% fails
two.first.weight = torch.ones(6, 9)
# %% mended
two.first.weight = nn.Parameter(torch.ones(6, 9))
