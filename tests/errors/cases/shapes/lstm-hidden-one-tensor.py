# rule: lstm.hidden_state
# source: constructed
# says: \(h, c\)
# says: torch\.zeros\(1, 2, 16\)
# %% before
import torch
from torch import nn
lstm = nn.LSTM(8, 16)
x = torch.rand(4, 2, 8)
# %% fails
lstm(x, torch.zeros(1, 2, 16))
# %% mended
state = (torch.zeros(1, 2, 16), torch.zeros(1, 2, 16))
lstm(x, state)
