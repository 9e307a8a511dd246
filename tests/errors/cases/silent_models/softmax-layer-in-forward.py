# notice: forwards.activation_before_the_loss
# source: constructed
# says: forward of Sorter ends in
# says: twice
# says: return self\.last\(F\.relu
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
        self.inner, self.last = nn.Linear(5, 8), nn.Linear(8, 3)
        self.to_probs = nn.Softmax(dim=1)
    def forward(self, x):
        return self.to_probs(self.last(F.relu(self.inner(x))))
sorter = Sorter()
judge = nn.CrossEntropyLoss()
opt = torch.optim.SGD(sorter.parameters(), lr=0.1)
for _ in range(2):
    loss = judge(sorter(rows), kinds)
    opt.zero_grad()
    loss.backward()
    opt.step()
# %% mended
class Sorter(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner, self.last = nn.Linear(5, 8), nn.Linear(8, 3)
        self.to_probs = nn.Softmax(dim=1)
    def forward(self, x):
        return self.last(F.relu(self.inner(x)))
sorter = Sorter()
judge = nn.CrossEntropyLoss()
opt = torch.optim.SGD(sorter.parameters(), lr=0.1)
for _ in range(2):
    loss = judge(sorter(rows), kinds)
    opt.zero_grad()
    loss.backward()
    opt.step()
