# rule: layers_uncalled.layer_for_its_result
# source: constructed
# says: x = self\.fc1\(x\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
# %% fails
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 8)
        self.fc2 = nn.Linear(8, 2)
    def forward(self, x):
        x = self.fc1
        x = F.relu(x)
        return self.fc2(x)
net = Net()
net(torch.rand(2, 4))
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 8)
        self.fc2 = nn.Linear(8, 2)
    def forward(self, x):
        x = self.fc1(x)
        x = F.relu(x)
        return self.fc2(x)
net = Net()
net(torch.rand(2, 4))
