# notice: binary_targets.labels_beyond_one
# source: constructed
# says: go\s+from\s+-1\s+to\s+1
# says: F\.binary_cross_entropy_with_logits\(net\(x\),\s+\(side\s+\+\s+1\)\s+/\s+2\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(100, 4); side = x.sum(1, keepdim=True).sign()
net = nn.Linear(4, 1); opt = optim.SGD(net.parameters(), 0.1)
# %% cell
for _ in range(5):
    loss = F.binary_cross_entropy_with_logits(net(x), side)
    loss.backward(); opt.step(); opt.zero_grad()
# %% mended
for _ in range(5):
    loss = F.binary_cross_entropy_with_logits(net(x), (side + 1) / 2)
    loss.backward(); opt.step(); opt.zero_grad()
