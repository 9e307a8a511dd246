# rule: modules_without_weights.no_weights
# source: constructed
# says: _init_
# says: def __init__\(self, n_hidden=8\):\s+super\(\)\.__init__\(\)
# %% before
import torch
from torch import nn
class Rnn(nn.Module):
    def _init_(self, n_hidden=8):
        super(Rnn, self)._init_()
        self.rnn = nn.LSTM(3, n_hidden)
    def forward(self, x): return self.rnn(x)[0]
# %% fails
model = Rnn()
opt = torch.optim.Adam(model.parameters())
# %% mended
class Rnn(nn.Module):
    def __init__(self, n_hidden=8):
        super().__init__()
        self.rnn = nn.LSTM(3, n_hidden)
    def forward(self, x): return self.rnn(x)[0]
model = Rnn()
opt = torch.optim.Adam(model.parameters())
