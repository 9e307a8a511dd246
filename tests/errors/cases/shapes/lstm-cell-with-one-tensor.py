# rule: lstm_states.cell_state
# source: https://github.com/PetrochukM/PyTorch-NLP/issues/62
# says: h,\s+c\s+=\s+cell\(x,\s+\(h0,\s+torch\.zeros_like\(h0\)\)\)
# %% before
import torch
from torch import nn
cell, x, h0 = nn.LSTMCell(4, 8), torch.rand(2, 4), torch.zeros(2, 8)
# %% fails
h, c = cell(x, h0)
# %% mended
h, c = cell(x, (h0, torch.zeros_like(h0)))
