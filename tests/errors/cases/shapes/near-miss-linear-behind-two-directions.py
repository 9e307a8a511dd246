# rule: layers.linear_size
# source: constructed
# says: self\.out = nn\.Linear\(16, 2\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self, n_in, hid=8):
        super().__init__()
        self.rnn = nn.GRU(n_in, hid, batch_first=True, bidirectional=True)
        self.out = nn.Linear(hid, 2)
    def forward(self, x): return self.out(self.rnn(x)[0])
net = Net(12)
x = torch.rand(4, 5, 12)
# %% fails
net(x)
