# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(24, 5); kinds = torch.randint(0, 3, (24,))
# %% cell
class Shares(nn.Module):
    def __init__(self):
        super().__init__()
        self.last = nn.Linear(5, 3)
    def forward(self, x): return self.last(x).softmax(1)
shares = Shares()
opt = torch.optim.SGD(shares.parameters(), lr=0.1)
match = nn.MSELoss()
loss = match(shares(rows), F.one_hot(kinds, 3).float())
loss.backward()
opt.step()
