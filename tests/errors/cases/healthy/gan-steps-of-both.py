# notice: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
real_items = torch.randn(40, 2) + 2
gen = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 2))
critic = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
opt_g, opt_c = optim.Adam(gen.parameters(), 1e-3), optim.Adam(critic.parameters(), 1e-3)
crit = nn.BCEWithLogitsLoss()
label = torch.ones(40, 1)
# %% cell
for _ in range(3):
    ones, zeros = torch.ones(40, 1), torch.zeros(40, 1)
    fake = gen(torch.randn(40, 3))
    d_loss = crit(critic(real_items), ones) + crit(critic(fake.detach()), zeros)
    opt_c.zero_grad(); d_loss.backward(); opt_c.step()
    g_loss = crit(critic(fake), ones)
    total = d_loss + g_loss
    opt_g.zero_grad(); g_loss.backward(); opt_g.step()
    label.fill_(1)
    err_real = crit(critic(real_items), label)
    err_real.backward()
    label.fill_(0)
    err_fake = crit(critic(fake.detach()), label)
    err_fake.backward()
    both = err_real + err_fake
    opt_c.step(); opt_c.zero_grad()
