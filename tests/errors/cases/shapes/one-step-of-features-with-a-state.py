# rule: lstm.recurrent_input
# source: constructed
# says: dimension\s+of\s+the\s+steps\s+is\s+missing
# says: gru\(x\.unsqueeze\(1\), torch
# %% before
import torch
from torch import nn
gru = nn.GRU(5, 16, batch_first=True)
x = torch.rand(8, 5)
# %% fails
out, h = gru(x, torch.zeros(1, 8, 16))
# %% mended
out, h = gru(x.unsqueeze(1), torch.zeros(1, 8, 16))
