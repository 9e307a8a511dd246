# rule: not heads_named.last_layer
# source: constructed
# %% before
import torch
from torch import nn
from torchvision import models


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 2)


small = Small()
# %% fails
small.fc = nn.Linear(small.fc.in_features, 4)
