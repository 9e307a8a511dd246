# notice: none
# source: constructed
# %% before
import torch
from torch import nn
G = nn.Linear(4, 8); D = nn.Linear(8, 1)
opt_g = torch.optim.Adam(G.parameters(), 1e-3); opt_d = torch.optim.Adam(D.parameters(), 1e-3)
bce = nn.BCEWithLogitsLoss()
# %% cell
for i in range(3):
    real, noise = torch.randn(6, 8), torch.randn(6, 4)
    opt_d.zero_grad()
    loss_d = bce(D(real), torch.ones(6, 1)) + bce(D(G(noise).detach()), torch.zeros(6, 1))
    loss_d.backward()
    opt_d.step()
    opt_g.zero_grad()
    loss_g = bce(D(G(noise)), torch.ones(6, 1))
    loss_g.backward()
    opt_g.step()
