# notice: time_first.last_of_the_batch
# source: constructed
# %% before
import torch
from torch import nn
class Series(nn.Module):
    def __init__(self):
        super().__init__()
        self.rec = nn.LSTM(1, 16)
        self.out = nn.Linear(16, 2)
    def forward(self, x):
        o, (h, c) = self.rec(x[..., None])
        return self.out(o[:, -1, :])
x = torch.randn(96, 4)
# %% cell
clf = nn.Sequential(Series(), nn.Softmax(1))
probs = clf(x)
