# notice: logits.threshold_of_logits
# source: constructed
# says: out\s+are\s+raw\s+outputs
# %% before
import torch
from torch import nn
from torch.nn import functional as F
x = torch.rand(40, 4); y = (x[:, 0] > 0.5).float()
mlp = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
opt = torch.optim.SGD(mlp.parameters(), 0.1)
# %% cell
for epoch in range(3):
    out = mlp(x).squeeze()
    loss = F.binary_cross_entropy_with_logits(out, y)
    opt.zero_grad(); loss.backward(); opt.step()
    acc = ((out >= 0.5) == y).float().mean()
# %% mended
for epoch in range(3):
    out = mlp(x).squeeze()
    loss = F.binary_cross_entropy_with_logits(out, y)
    opt.zero_grad(); loss.backward(); opt.step()
    acc = ((out >= 0) == y).float().mean()
