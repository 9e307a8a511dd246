# rule: batch_and_heads.batch_norm_of_one
# source: constructed
# says: net\.train\(\)\s+switches
# says: nn\.Dropout\): m\.train\(\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(6,32), nn.BatchNorm1d(32), nn.ReLU(), nn.Dropout(0.3), nn.Linear(32,2))
x = torch.randn(1,6)
# %% fails
net.train()
with torch.no_grad():
    draws = torch.stack([net(x) for _ in range(10)])
# %% mended
net.eval()
for m in net.modules():
    if isinstance(m, nn.Dropout): m.train()
with torch.no_grad():
    draws = torch.stack([net(x) for _ in range(10)])
