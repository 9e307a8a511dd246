# rule: joining.join_unequal
# source: constructed
# says: letters\[0\]
# %% before
import torch
from torch import nn
class RNN(nn.Module):
    def __init__(self, n_in, n_hidden):
        super().__init__()
        self.i2h = nn.Linear(n_in + n_hidden, n_hidden)
    def forward(self, letters, hidden):
        return self.i2h(torch.cat((letters, hidden), 1))
rnn, hidden = RNN(57, 128), torch.zeros(1, 128)
line = torch.zeros(5, 1, 57)
# %% fails
hidden = rnn(line, hidden)
# %% mended
for i in range(5):
    hidden = rnn(line[i], hidden)
