# rule: batch_and_heads.batch_norm_of_one
# source: https://github.com/zhaoy376/Bridge-Attention/issues/2
# says: net\.eval\(\)
# %% before
import torch
from torch import nn
class Gate(nn.Module):
    def __init__(self):
        super().__init__()
        self.parts = nn.ModuleList([nn.Sequential(nn.Linear(4, 2), nn.BatchNorm1d(2)) for _ in range(2)])
    def forward(self, xs):
        return sum([self.parts[i](xs[i]) for i in range(len(xs))])
net = Gate()
xs = [torch.rand(1, 4), torch.rand(1, 4)]
# %% fails
out = net(xs)
# %% mended
net.eval()
out = net(xs)
