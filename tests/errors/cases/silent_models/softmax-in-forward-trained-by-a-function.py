# notice: forwards.activation_before_the_loss
# source: constructed
# says: forward of Sorter ends in
# says: leave\sout\sthe\sline
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(24, 5); kinds = torch.randint(0, 3, (24,))
# %% cell
class Sorter(nn.Module):
    def __init__(self):
        super().__init__()
        self.last = nn.Linear(5, 3)
    def forward(self, x):
        x = self.last(x)
        x = x.softmax(dim=-1)
        return x
def train(net, judge, opt):
    for _ in range(2):
        loss = judge(net(rows), kinds)
        opt.zero_grad()
        loss.backward()
        opt.step()
sorter = Sorter()
loss_fn = nn.CrossEntropyLoss()
train(sorter, loss_fn, torch.optim.SGD(sorter.parameters(), lr=0.1))
# %% mended
class Sorter(nn.Module):
    def __init__(self):
        super().__init__()
        self.last = nn.Linear(5, 3)
    def forward(self, x):
        x = self.last(x)
        x = x + 0
        return x
def train(net, judge, opt):
    for _ in range(2):
        loss = judge(net(rows), kinds)
        opt.zero_grad()
        loss.backward()
        opt.step()
sorter = Sorter()
loss_fn = nn.CrossEntropyLoss()
train(sorter, loss_fn, torch.optim.SGD(sorter.parameters(), lr=0.1))
