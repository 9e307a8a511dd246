# rule: layers.wrong_rank
# source: constructed
# says: block makes it
# says: nn\.BatchNorm2d\(nf\)
# says: net = nn\.Sequential\(block\(3, 8\)
# %% before
from torch import nn
import torch
def block(ni, nf):
    layers = [nn.Conv2d(ni, nf, 3, padding=1), nn.ReLU(), nn.BatchNorm1d(nf)]
    return nn.Sequential(*layers)
net = nn.Sequential(block(3, 8), block(8, 12), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.BatchNorm1d(12), nn.Linear(12, 2))
# %% fails
net(torch.rand(4, 3, 12, 12))
# %% mended
def block(ni, nf):
    layers = [nn.Conv2d(ni, nf, 3, padding=1), nn.ReLU(), nn.BatchNorm2d(nf)]
    return nn.Sequential(*layers)
net = nn.Sequential(block(3, 8), block(8, 12), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.BatchNorm1d(12), nn.Linear(12, 2))
net(torch.rand(4, 3, 12, 12))
