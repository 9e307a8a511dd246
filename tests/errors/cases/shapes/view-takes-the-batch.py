# rule: layers.linear_size
# source: constructed
# says: too:\s+all\s+items\s+have\s+become\s+one
# says: out = out\.flatten\(1\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, padding=1)
        self.fc = nn.Linear(4 * 64, 10)
    def forward(self, batch):
        out = self.conv(batch)
        out = out.view(-1)
        return self.fc(out)
xb = torch.rand(6, 1, 8, 8)
# %% fails
Net()(xb)
# %% mended
class Net(Net):
    def forward(self, batch):
        out = self.conv(batch)
        out = out.flatten(1)
        return self.fc(out)
Net()(xb)
