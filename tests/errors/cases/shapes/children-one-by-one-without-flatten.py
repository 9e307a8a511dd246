# rule: layers.linear_size
# source: constructed
# says: isinstance\(part,\s+nn\.Linear\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.pool, self.fc = nn.Conv2d(1, 2, 3), nn.MaxPool2d(2), nn.Linear(18, 5)
    def forward(self, x):
        return self.fc(self.pool(self.conv(x)).flatten(1))
net = Net()
# %% fails
h = torch.rand(2, 1, 8, 8)
for part in net.children():
    h = part(h)
# %% mended
h = torch.rand(2, 1, 8, 8)
for part in net.children():
    h = part(h.flatten(1) if isinstance(part, nn.Linear) else h)
