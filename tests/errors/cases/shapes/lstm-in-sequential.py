# rule: lstm.lstm_in_sequential
# source: https://github.com/pytorch/pytorch/issues/3349
# says: LSTM
# says: tuple
# %% before
import torch
from torch import nn
xb = torch.randn(5, 2, 8)
# %% fails
net = nn.Sequential(nn.LSTM(8, 16), nn.ReLU())
net(xb)
# %% mended
class TakeOutput(nn.Module):
    def forward(self, x): return x[0]

net = nn.Sequential(nn.LSTM(8, 16), TakeOutput(), nn.ReLU())
net(xb)
