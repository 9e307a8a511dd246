# notice: none
# source: constructed
# %% before
import torch
from torch import nn
from torchvision.models import resnet18, ResNet18_Weights
# %% cell
model = resnet18(weights=None)
for p in model.parameters(): p.requires_grad_(False)
model.fc = nn.Linear(model.fc.in_features, 5)
sum(p.numel() for p in model.parameters() if p.requires_grad)
