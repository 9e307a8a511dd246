# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x, y = torch.randn(50, 5), torch.randint(0, 2, (50,))
# %% cell
net = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 2))
for m in net:
    if isinstance(m, nn.Linear): nn.init.zeros_(m.weight)
opt = torch.optim.SGD(net.parameters(), lr=0.5)
def train():
    for i in range(100):
        loss = F.cross_entropy(net(x), y)
        opt.zero_grad(); loss.backward(); opt.step()
