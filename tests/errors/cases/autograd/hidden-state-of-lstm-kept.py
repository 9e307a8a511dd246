# rule: autograd_twice.backward_twice
# source: constructed
# says: self\.h still holds the calculation of the batch before
# says: out = self\.head\(res\)
# says: self\.h = tuple\(one\.detach\(\) for one in self\.h\)\n\s*return out
# %% before
import torch
from torch import nn
batches = [(torch.rand(4, 6, 3), torch.rand(4, 6, 1)) for _ in range(3)]
# %% fails
class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn, self.head = nn.LSTM(3, 5, batch_first=True), nn.Linear(5, 1)
        self.h = None
    def forward(self, x):
        res, self.h = self.rnn(x, self.h)
        return self.head(res)
reader = Reader()
for xb, yb in batches:
    nn.functional.mse_loss(reader(xb), yb).backward()
# %% mended
class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn, self.head = nn.LSTM(3, 5, batch_first=True), nn.Linear(5, 1)
        self.h = None
    def forward(self, x):
        res, self.h = self.rnn(x, self.h)
        out = self.head(res)
        self.h = tuple(one.detach() for one in self.h)
        return out
reader = Reader()
for xb, yb in batches:
    nn.functional.mse_loss(reader(xb), yb).backward()
