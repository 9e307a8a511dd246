# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x, y = torch.randn(32, 3), torch.randint(0, 2, (32,))
clf = nn.Linear(3, 2)
opt = torch.optim.Adam(clf.parameters())
# %% cell
for i in range(10):
    loss = F.cross_entropy(clf(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
