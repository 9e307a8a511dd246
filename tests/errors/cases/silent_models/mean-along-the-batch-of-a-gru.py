# notice: time_first.last_of_the_batch
# source: constructed
# says: batch_first=True
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Texts(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb, self.rnn, self.out = nn.Embedding(20, 8), nn.GRU(8, 16), nn.Linear(16, 2)
    def forward(self, x):
        o = self.rnn(self.emb(x))[0]
        return self.out(o.mean(dim=1))
class Good(nn.Module):
    def __init__(self, first=True):
        super().__init__()
        self.emb, self.out = nn.Embedding(20, 8), nn.Linear(16, 2)
        self.rnn = nn.GRU(8, 16, batch_first=first)
        self.first = first
    def forward(self, x):
        if self.first: return self.out(self.rnn(self.emb(x))[0][:, -1])
        o, h = self.rnn(self.emb(x).transpose(0, 1))
        return self.out(o[-1])
# %% cell
model = Texts()
print(model(torch.randint(0, 20, (4, 7))).shape)
