# notice: unused_layers.never_used_by_forward
# source: constructed
# says: model\.fc = nn\.Linear\(512,\s+n\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torchvision.models import resnet18
# %% before
def make(n):
    model = resnet18(weights=None)
    model.head = nn.Linear(512, n)
    return model
# %% cell
model = make(3)
