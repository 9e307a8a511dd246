# rule: lstm_states.cell_state
# source: constructed
# says: state\[0\]
# %% before
import torch
from torch import nn
cell, x, state = nn.GRUCell(4, 8), torch.rand(2, 4), (torch.zeros(2, 8), torch.zeros(2, 8))
# %% fails
h = cell(x, state)
# %% mended
h = cell(x, state[0])
