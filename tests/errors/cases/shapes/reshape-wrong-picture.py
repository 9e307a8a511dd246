# rule: shapes.reshape_count
# source: https://discuss.pytorch.org/t/runtimeerror-shape-1-400-is-invalid-for-input-of-size/33354
# says: 400
# says: in_features=784
# says: x\.view\(
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 16, 3, padding=1)
        self.fc = nn.Linear(16*5*5, 10)
    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv(x)), 2)
        x = F.max_pool2d(x, 2)
        x = x.view(-1, 16*5*5)
        return self.fc(x)
net = Net()
xb = torch.rand(3, 1, 28, 28)
# %% fails
net(xb)
