# rule: lstm.recurrent_input
# source: constructed
# says: lstm = nn\.LSTM\(12, 8, num_layers=2, bidirectional=True\)
# %% before
import torch
from torch import nn
lstm = nn.LSTM(10, 8, num_layers=2, bidirectional=True)
x = torch.rand(4, 3, 12)
# %% fails
lstm(x)
# %% mended
lstm = nn.LSTM(12, 8, num_layers=2, bidirectional=True)
lstm(x)
