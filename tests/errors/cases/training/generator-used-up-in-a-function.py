# notice: iterators.used_up
# source: constructed
# says: In\s+train
# says: which\s+gives\s+its\s+items\s+once
# says: Give\s+train\s+a\s+list:\s+list\(zip\(rows\.split\(8\),\s+aims\.split\(8\)\)\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
rows = torch.randn(32, 3); aims = rows.sum(1, keepdim=True)
def train(net, batches, n):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for epoch in range(n):
        total = 0.
        for a, b in batches:
            loss = F.mse_loss(net(a), b)
            loss.backward()
            opt.step()
            opt.zero_grad()
            total += loss.item()
        print(epoch, total)
# %% cell
net = nn.Linear(3, 1)
train(net, zip(rows.split(8), aims.split(8)), 6)
# %% mended
net = nn.Linear(3, 1)
train(net, list(zip(rows.split(8), aims.split(8))), 6)
