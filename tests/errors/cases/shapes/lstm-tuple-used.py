# rule: lstm.tuple_of_lstm
# source: constructed
# says: tuple
# says: out, _ = lstm\(x\)
# %% before
import torch
from torch import nn
lstm = nn.LSTM(8, 16)
x = torch.rand(4, 2, 8)
# %% fails
out = lstm(x)
out.shape
# %% mended
out, _ = lstm(x)
out.shape
