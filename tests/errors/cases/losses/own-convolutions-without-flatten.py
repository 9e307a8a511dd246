# rule: losses_unflattened.still_a_picture
# source: constructed
# says: return self.last\(self.pool\(self.first\(x\)\)\).flatten\(1\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.pool, self.last = nn.Conv2d(1, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Conv2d(4, 2, 1)
    def forward(self, x):
        return self.last(self.pool(self.first(x)))
model = Net()
xb, yb = torch.randn(8, 1, 8, 8), torch.randint(0, 2, (8,))
# %% fails
loss = F.cross_entropy(model(xb), yb)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.pool, self.last = nn.Conv2d(1, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Conv2d(4, 2, 1)
    def forward(self, x):
        return self.last(self.pool(self.first(x))).flatten(1)
loss = F.cross_entropy(Net()(xb), yb)
