# rule: lstm.recurrent_input
# source: https://discuss.pytorch.org/t/why-do-i-get-input-size-1-must-be-equal-to-input-size-error-in-this-case/120685
# says: input_size=10
# says: 8
# says: nn\.LSTM\(8, 16
# %% before
import torch
from torch import nn
lstm = nn.LSTM(10, 16, batch_first=True)
x = torch.rand(4, 2, 8)
# %% fails
lstm(x)
# %% mended
lstm = nn.LSTM(8, 16, batch_first=True)
lstm(x)
