# notice: cut_graphs.outputs_cut_off
# source: constructed
# says: torch\.tensor\(out\.tolist\(\)\)|out\.tolist\(\)
# says: self\.conv
# says: Stay with tensors of torch
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.head = nn.Linear(4, 3)
    def forward(self, x):
        out = self.conv(x).mean((2, 3))
        out = torch.tensor(out.tolist())
        return self.head(out)
net = Small()
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
def train(net, x, y):
    for i in range(3):
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
    return loss.item()
# %% cell
train(net, torch.rand(6, 1, 8, 8), torch.tensor([0, 1, 2, 0, 1, 2]))
# %% mended
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.head = nn.Linear(4, 3)
    def forward(self, x):
        out = self.conv(x).mean((2, 3))
        return self.head(out)
net = Small()
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
train(net, torch.rand(6, 1, 8, 8), torch.tensor([0, 1, 2, 0, 1, 2]))
