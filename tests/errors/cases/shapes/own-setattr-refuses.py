# rule: not modules_assigned.layer_assigned
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)


class Guarded(nn.Module):
    def __setattr__(self, name, value):
        if name == "rate" and value > 1:
            raise TypeError("a rate is at most 1")
        super().__setattr__(name, value)


guarded = Guarded()
# %% fails
guarded.rate = 3
