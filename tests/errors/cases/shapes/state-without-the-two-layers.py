# rule: lstm.hidden_state
# source: constructed
# says: h0\.unsqueeze\(0\)\.repeat\(2,\s+1,\s+1\)
# %% before
import torch
from torch import nn
lstm = nn.LSTM(4, 6, num_layers=2)
x, h0, c0 = torch.rand(5, 3, 4), torch.rand(3, 6), torch.rand(3, 6)
# %% fails
out, state = lstm(x, (h0, c0))
# %% mended
out, state = lstm(x, (h0.unsqueeze(0).repeat(2, 1, 1), c0.unsqueeze(0).repeat(2, 1, 1)))
