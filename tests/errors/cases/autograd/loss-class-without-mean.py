# rule: autograd.not_scalar
# source: constructed
# says: return torch\.abs\(pred - y\)\.mean\(\)
# says: Gap\.forward
# %% before
import torch
from torch import nn
net = nn.Linear(6, 1)
x, y = torch.rand(4, 6), torch.rand(4, 1)
# %% fails
class Gap(nn.Module):
    def forward(self, pred, y):
        return torch.abs(pred - y)
gap = Gap()
gap(net(x), y).backward(retain_graph=True)
# %% mended
class Gap(nn.Module):
    def forward(self, pred, y):
        return torch.abs(pred - y).mean()
gap = Gap()
gap(net(x), y).backward(retain_graph=True)
