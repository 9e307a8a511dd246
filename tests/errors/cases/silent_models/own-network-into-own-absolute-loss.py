# notice: comparisons.shapes_broadcast_in_own_loss
# source: constructed
# says: rides_net\(xb\) has the shape \(64, 1\)
# says: l1\(rides_net\(xb\).squeeze\(1\), yb\)
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader
temps, riders = torch.randn(256, 3), torch.randn(256)
batches = DataLoader(list(zip(temps, riders)), batch_size=64, shuffle=True)
class RidesNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(3, 32), nn.ReLU(), nn.Linear(32, 1))
    def forward(self, x): return self.body(x)

def l1(pred, actual): return (pred - actual).abs().mean()
# %% cell
rides_net = RidesNet()
o = torch.optim.Adam(rides_net.parameters(), lr=1e-2)
for _ in range(3):
    for xb, yb in batches:
        loss = l1(rides_net(xb), yb)
        loss.backward()
        o.step(); o.zero_grad()
# %% mended
rides_net = RidesNet()
o = torch.optim.Adam(rides_net.parameters(), lr=1e-2)
for _ in range(3):
    for xb, yb in batches:
        loss = l1(rides_net(xb).squeeze(1), yb)
        loss.backward()
        o.step(); o.zero_grad()
