# rule: modules_assigned.layer_assigned
# source: constructed
# says: hidden = self\.first\(hidden\)
# says: variable
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)


# %% fails
class Deep(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(4, 6), nn.Linear(6, 2)

    def forward(self, hidden):
        self.first = self.first(hidden)
        return self.last(self.first)


Deep()(inputs)


# %% mended
class Deep(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(4, 6), nn.Linear(6, 2)

    def forward(self, hidden):
        hidden = self.first(hidden)
        return self.last(hidden)


Deep()(inputs)
