# rule: modules_assigned.layer_assigned
# source: constructed
# says: class
# says: two\.last = nn\.Identity\(\)
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
two.last = nn.Identity
# %% mended
two.last = nn.Identity()
