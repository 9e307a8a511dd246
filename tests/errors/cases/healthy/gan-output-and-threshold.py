# notice: none
# source: constructed
# %% before
import torch, numpy as np
from torch import nn
D = nn.Sequential(nn.Linear(4, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1))
G = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 4))
od, og = torch.optim.Adam(D.parameters()), torch.optim.Adam(G.parameters())
bce = nn.BCEWithLogitsLoss()
real = torch.rand(16, 4)
# %% cell
for i in range(3):
    fake = G(torch.randn(16, 2))
    d_loss = bce(D(real), torch.ones(16, 1)) + bce(D(fake.detach()), torch.zeros(16, 1))
    od.zero_grad(); d_loss.backward(); od.step()
    g_loss = bce(D(fake), torch.ones(16, 1))
    og.zero_grad(); g_loss.backward(); og.step()
    on = (fake > 0.5).float().mean()
