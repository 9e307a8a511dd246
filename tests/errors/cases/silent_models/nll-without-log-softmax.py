# notice: losses.nll_of_raw_outputs
# source: constructed
# says: negative
# says: log_softmax
# says: cross_entropy
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
for i in range(30):
    loss = F.nll_loss(model(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
# %% mended
for i in range(30):
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
