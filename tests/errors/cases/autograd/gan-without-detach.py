# rule: autograd_twice.backward_twice
# source: constructed
# says: fake\.detach\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
G, D = nn.Linear(4, 4), nn.Linear(4, 1)
og, od = optim.Adam(G.parameters()), optim.Adam(D.parameters())
z = torch.randn(8, 4)
# %% fails
for i in range(2):
    fake = G(z)
    d_loss = D(fake).mean()
    od.zero_grad(); d_loss.backward(); od.step()
    g_loss = -D(fake).mean()
    og.zero_grad(); g_loss.backward(); og.step()
# %% mended
for i in range(2):
    fake = G(z)
    d_loss = D(fake.detach()).mean()
    od.zero_grad(); d_loss.backward(); od.step()
    g_loss = -D(fake).mean()
    og.zero_grad(); g_loss.backward(); og.step()
