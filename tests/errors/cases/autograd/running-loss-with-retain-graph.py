# rule: autograd_carried.changed_since
# source: constructed
# says: total
# %% before
import torch, torch.nn.functional as F
from torch import nn
lin = nn.Linear(3, 6); out = nn.Linear(6, 1)
opt = torch.optim.SGD([*lin.parameters(), *out.parameters()], lr=.1)
# %% fails
total = 0.
for i in range(3):
    total = total + out(lin(torch.rand(4, 3))).pow(2).mean()
    opt.zero_grad()
    total.backward(retain_graph=True)
    opt.step()
# %% mended
total = 0.
for i in range(3):
    loss = out(lin(torch.rand(4, 3))).pow(2).mean()
    opt.zero_grad()
    loss.backward()
    total += loss.item()
    opt.step()
