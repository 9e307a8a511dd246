# rule: lstm.lstm_unpacked_in_three
# source: constructed
# says: out, \(h, c\) = lstm\(x\)
# %% before
import torch
from torch import nn
lstm = nn.LSTM(8, 16)
x = torch.rand(4, 2, 8)
# %% fails
out, h, c = lstm(x)
# %% mended
out, (h, c) = lstm(x)
