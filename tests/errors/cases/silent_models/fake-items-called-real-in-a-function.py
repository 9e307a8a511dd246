# notice: fake_labels.one_target_for_both
# source: constructed
# says: In\s+train_critic
# says: crit\(critic\(fake\),\s+torch\.zeros_like\(valid\)\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
real_items = torch.randn(40, 2) + 2
gen = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 2))
critic = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
opt_g, opt_c = optim.Adam(gen.parameters(), 1e-3), optim.Adam(critic.parameters(), 1e-3)
crit = nn.BCEWithLogitsLoss()
def train_critic(real):
    n = len(real)
    valid = torch.full((n, 1), 1.0)
    with torch.no_grad(): fake = gen(torch.randn(n, 3))
    d_loss = (crit(critic(real), valid) + crit(critic(fake), valid)) / 2
    opt_c.zero_grad()
    d_loss.backward()
    opt_c.step()
    return d_loss.item()
# %% cell
history = [train_critic(real_items) for _ in range(4)]
# %% mended
def train_critic(real):
    n = len(real)
    valid = torch.full((n, 1), 1.0)
    with torch.no_grad(): fake = gen(torch.randn(n, 3))
    d_loss = (crit(critic(real), valid) + crit(critic(fake), torch.zeros_like(valid))) / 2
    opt_c.zero_grad()
    d_loss.backward()
    opt_c.step()
    return d_loss.item()
history = [train_critic(real_items) for _ in range(4)]
