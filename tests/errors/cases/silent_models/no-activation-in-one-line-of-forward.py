# notice: linear_in_a_row.no_activation_between
# source: constructed
# says: torch\.relu\(self\.hidden\(x\)\)\s+in\s+place\s+of
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.rand(50, 2); y = (x.prod(1) > .2).long()
class Net(nn.Module):
    def __init__(self, n_hidden=30):
        super().__init__()
        self.hidden = nn.Linear(2, n_hidden)
        self.out = nn.Linear(n_hidden, 2)
    def forward(self, x): return self.out(self.hidden(x))
# %% cell
net = Net(); opt = optim.Adam(net.parameters())
for _ in range(3):
    loss = F.cross_entropy(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
# %% mended
class Net(nn.Module):
    def __init__(self, n_hidden=30):
        super().__init__()
        self.hidden = nn.Linear(2, n_hidden)
        self.out = nn.Linear(n_hidden, 2)
    def forward(self, x): return self.out(torch.relu(self.hidden(x)))
net = Net(); opt = optim.Adam(net.parameters())
for _ in range(3):
    loss = F.cross_entropy(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
