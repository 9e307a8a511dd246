# notice: none
# source: constructed
# %% before
import torch
from torch import nn
# %% cell
x = torch.Tensor([5])
w = torch.Tensor(4)
nn.init.uniform_(w)
b = torch.Tensor(4).normal_()
out = torch.Tensor(4)
torch.add(w, b, out=out)
rows = torch.Tensor(3)
for i in range(3): rows[i] = i
class Scale(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.weight = nn.Parameter(torch.Tensor(n).fill_(1.))
    def forward(self, x): return x * self.weight
Scale(4)(out) + x.sum() + rows.sum()
