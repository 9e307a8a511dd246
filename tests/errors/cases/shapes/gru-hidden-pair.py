# rule: lstm.hidden_state
# source: constructed
# says: nn\.LSTM's
# says: one tensor
# %% before
import torch
from torch import nn
gru = nn.GRU(8, 16)
x = torch.rand(4, 2, 8)
h = (torch.zeros(1, 2, 16), torch.zeros(1, 2, 16))
# %% fails
gru(x, h)
# %% mended
gru(x, torch.zeros(1, 2, 16))
