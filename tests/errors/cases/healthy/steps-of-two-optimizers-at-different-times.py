# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import TensorDataset, DataLoader
x = torch.randn(64, 4); y = (x[:, 0] > 0).long()
dl = DataLoader(TensorDataset(x, y), batch_size=8)
# %% cell
gen, critic = nn.Linear(4, 4), nn.Linear(4, 2)
opt_g, opt_c = torch.optim.SGD(gen.parameters(), lr=0.1), torch.optim.SGD(critic.parameters(), lr=0.1)
for i, (xb, yb) in enumerate(dl):
    opt_c.zero_grad()
    F.cross_entropy(critic(gen(xb).detach()), yb).backward()
    opt_c.step()
    opt_g.zero_grad()
    if i % 5 == 4:
        loss = -F.cross_entropy(critic(gen(xb)), yb)
        loss.backward(); opt_g.step()
for i, (xb, yb) in enumerate(dl):
    loss = F.cross_entropy(critic(gen(xb)), yb) / 2
    loss.backward()
    if i % 2 == 1:
        opt_c.step(); opt_g.step(); opt_c.zero_grad(); opt_g.zero_grad()
for i, (xb, yb) in enumerate(dl):
    if i % 2 == 0: opt_c.zero_grad()
    F.cross_entropy(critic(xb), yb).backward()
    if i % 2 == 1: opt_c.step()
