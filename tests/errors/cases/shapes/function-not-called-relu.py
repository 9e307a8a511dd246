# rule: layers_uncalled.layer_for_its_result
# source: constructed
# says: x = F\.relu\(x\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 1)
    def forward(self, x):
        x = F.relu
        return self.fc(x)
net = Net()
# %% fails
net(torch.rand(8, 4))
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 1)
    def forward(self, x):
        x = F.relu(x)
        return self.fc(x)
net = Net()
net(torch.rand(8, 4))
