# rule: lstm.recurrent_input
# source: constructed
# says: cfg\['emb'\] = 12
# says: model = Reader\(cfg\)
# %% before
import torch
from torch import nn

cfg = {'emb': 10, 'hid': 8}
class Reader(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.rnn = nn.LSTM(c['emb'], c['hid'], batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * c['hid'], 2)
    def forward(self, x): return self.out(self.rnn(x)[0])
model = Reader(cfg)
def run(): return model(torch.rand(4, 5, 12))
# %% fails
run()
# %% mended
cfg['emb'] = 12
model = Reader(cfg)
run()
