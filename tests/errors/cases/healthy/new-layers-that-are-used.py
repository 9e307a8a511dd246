# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torchvision.models import resnet18, vgg11
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(4, 8)
    def forward(self, x): return self.head(self.body(x))
class Chain(nn.Module):
    def forward(self, x):
        for part in self.children(): x = part(x)
        return x
# %% cell
net = Net(); net.head = nn.Linear(8, 2)
chain = Chain(); chain.first = nn.Linear(4, 8); chain.second = nn.Linear(8, 2)
model = resnet18(weights=None); model.fc = nn.Linear(512, 2)
body = resnet18(weights=None); body.fc = nn.Identity(); body.head = nn.Linear(512, 2)
seq = nn.Sequential(nn.Linear(4, 8)); seq.last = nn.Linear(8, 2)
out = body.head(body(torch.rand(1, 3, 64, 64)))
