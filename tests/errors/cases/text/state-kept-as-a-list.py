# rule: lstm.hidden_state
# source: constructed
# says: the\s+batch\s+has\s+2
# says: drop_last=True
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class Words(nn.Module):
    def __init__(self, bs):
        super().__init__()
        self.rnn, self.out = nn.LSTM(3, 5, 2, batch_first=True), nn.Linear(5, 1)
        self.state = [torch.zeros(2, bs, 5), torch.zeros(2, bs, 5)]
    def forward(self, x):
        res, state = self.rnn(x, self.state)
        self.state = [s.detach() for s in state]
        return self.out(res)
items = torch.randn(14, 6, 3)
loader = torch.utils.data.DataLoader(items, batch_size=4)
# %% fails
words = Words(4)
for xb in loader: words(xb)
# %% mended
loader = torch.utils.data.DataLoader(items, batch_size=4, drop_last=True)
words = Words(4)
for xb in loader: words(xb)
