# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
# %% cell
net = nn.Sequential(nn.Linear(5, 16), nn.ReLU(), nn.Dropout(0.4), nn.Linear(16, 3))
draws = []
with torch.no_grad():
    for _ in range(20): draws.append(F.softmax(net(rows), dim=1))
draws = torch.stack(draws)
centre, doubt = draws.mean(0).argmax(1), draws.var(dim=0)
