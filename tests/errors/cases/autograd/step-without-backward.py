# rule: autograd.grad_is_none
# source: constructed
# says: p\.grad
# says: backward\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def train(lr=0.1):
    loss = F.cross_entropy(model(xb), yb)
    for p in model.parameters():
        p.data -= p.grad * lr
# %% fails
train()
# %% mended
def train(lr=0.1):
    loss = F.cross_entropy(model(xb), yb)
    loss.backward()
    for p in model.parameters():
        p.data -= p.grad * lr
train()
