# rule: module_members.member_misspelt
# source: constructed: the class is set up, and has nothing of a name like it
# says: zzz, which was never\s+made
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(2, 2)
    def forward(self, x): return self.frist(x) if False else self.zzz(x)
net = Net()
# %% fails
net(torch.rand(1, 2))
