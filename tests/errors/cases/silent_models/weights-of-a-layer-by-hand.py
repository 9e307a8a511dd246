# notice: plain_tensors.bias_not_a_parameter
# source: constructed
# says: self\.weight\s+and\s+self\.bias\s+of\s+Line\s+are\s+plain\s+tensors
# says: self\.weight\s+=\s+nn\.Parameter\(torch\.randn\(n_in,\s+n_out\)\s+\*\s+0\.1\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

x, y = torch.rand(20, 4), torch.rand(20, 1)


# %% before
class Line(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.weight = torch.randn(n_in, n_out) * 0.1
        self.bias = torch.zeros(n_out)

    def forward(self, x):
        return x @ self.weight + self.bias


# %% cell
net = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), Line(3, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    loss = F.mse_loss(net(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()


# %% mended
class Line(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_in, n_out) * 0.1)
        self.bias = nn.Parameter(torch.zeros(n_out))

    def forward(self, x):
        return x @ self.weight + self.bias


net = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), Line(3, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    loss = F.mse_loss(net(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
