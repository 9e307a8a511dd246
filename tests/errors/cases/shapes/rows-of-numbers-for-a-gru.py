# rule: lstm.recurrent_input
# source: constructed
# says: gru\(x\.unsqueeze\(-1\)\)
# %% before
import torch
from torch import nn
gru = nn.GRU(1, 16, batch_first=True)
x = torch.rand(8, 24)
# %% fails
out, h = gru(x)
# %% mended
out, h = gru(x.unsqueeze(-1))
