# rule: losses.batches_differ
# source: https://discuss.pytorch.org/t/valueerror-expected-input-batch-size-324-to-match-target-batch-size-4/24498
# says: view
# says: flatten
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.fc = nn.Conv2d(1, 4, 3), nn.Linear(36, 2)
    def forward(self, x):
        x = self.conv(x).view(-1, 36)
        return self.fc(x)
net = Net(); xb = torch.randn(8, 1, 8, 8); yb = torch.randint(0, 2, (8,))
# %% fails
out = net(xb)
loss = F.cross_entropy(out, yb)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.fc = nn.Conv2d(1, 4, 3), nn.Linear(144, 2)
    def forward(self, x):
        x = torch.flatten(self.conv(x), 1)
        return self.fc(x)
net = Net()
out = net(xb)
loss = F.cross_entropy(out, yb)
