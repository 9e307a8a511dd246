# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
model = nn.Linear(4, 2)
class Mine:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr
    def step(self):
        for p in self.params: p.data -= p.grad.data * self.lr
    def zero_grad(self):
        for p in self.params: p.grad = None
# %% cell
ps = model.parameters()
first = next(ps)
print(first.shape)
for p in ps: print(p.shape)
ps = model.parameters()
adam = torch.optim.Adam(ps, lr=1e-3)
opt = Mine(model.parameters(), 0.1)
for i in range(4):
    F.cross_entropy(model(x), y).backward()
    opt.step()
    opt.zero_grad()
