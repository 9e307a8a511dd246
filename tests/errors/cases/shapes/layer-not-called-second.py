# rule: layers_uncalled.layer_for_its_result
# source: constructed
# says: out = self\.body\(inp\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
# %% fails
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.head = nn.Linear(8, 2)
    def forward(self, inp):
        out = self.body
        return self.head(out)
net = Net()
net(torch.rand(2, 4))
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.head = nn.Linear(8, 2)
    def forward(self, inp):
        out = self.body(inp)
        return self.head(out)
net = Net()
net(torch.rand(2, 4))
