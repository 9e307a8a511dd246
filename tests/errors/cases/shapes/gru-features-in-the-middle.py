# rule: lstm.recurrent_input
# source: constructed
# says: transpose\(1, 2\)
# %% before
import torch
from torch import nn
gru = nn.GRU(10, 16, batch_first=True)
x = torch.rand(4, 10, 7)
# %% fails
gru(x)
# %% mended
gru(x.transpose(1, 2))
