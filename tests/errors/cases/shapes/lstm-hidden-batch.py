# rule: lstm.hidden_state
# source: https://discuss.pytorch.org/t/runtimeerror-expected-hidden-0-size-2-20-256-got-2-50-256/38288
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
