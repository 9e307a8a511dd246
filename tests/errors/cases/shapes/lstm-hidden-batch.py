# rule: lstm.hidden_state
# source: https://discuss.pytorch.org/t/expected-hidden-0-size-got/
# says: \(1, 4, 16\)
# says: batch
# %% before
import torch
from torch import nn
lstm = nn.LSTM(8, 16, batch_first=True)
x = torch.rand(4, 2, 8)
h = (torch.zeros(1, 2, 16), torch.zeros(1, 2, 16))
# %% fails
lstm(x, h)
# %% mended
state = (torch.zeros(1, 4, 16), torch.zeros(1, 4, 16))
lstm(x, state)
