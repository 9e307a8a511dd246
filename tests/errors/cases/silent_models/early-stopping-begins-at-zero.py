# notice: begins_at_zero.never_the_best_of_an_object
# source: constructed
# says: self\.best_loss\s+=\s+float\('inf'\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.bad = patience, 0
        self.best_loss = 0.
    def __call__(self, val_loss):
        if val_loss < self.best_loss:
            self.best_loss = val_loss
            self.bad = 0
        else:
            self.bad += 1
        return self.bad >= self.patience
x = torch.randn(60, 3); y = x.sum(1, keepdim=True)
net = nn.Linear(3, 1); opt = optim.SGD(net.parameters(), .05)
# %% cell
stopper = EarlyStopping(3)
for epoch in range(10):
    loss = F.mse_loss(net(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
    if stopper(loss.item()): break
# %% mended
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.bad = patience, 0
        self.best_loss = float('inf')
    def __call__(self, val_loss):
        if val_loss < self.best_loss:
            self.best_loss = val_loss
            self.bad = 0
        else:
            self.bad += 1
        return self.bad >= self.patience
stopper = EarlyStopping(3)
for epoch in range(10):
    loss = F.mse_loss(net(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
    if stopper(loss.item()): break
