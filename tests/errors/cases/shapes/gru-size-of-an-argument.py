# rule: lstm.recurrent_input
# source: https://github.com/ljynlp/W2NER/issues/23
# says: Its size comes from self\.n_in
# says: net = Net\(12\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self, n_in, hid=8):
        super().__init__()
        self.n_in = n_in
        self.rnn = nn.GRU(self.n_in, hid, 2, batch_first=True)
        self.out = nn.Linear(hid, 2)
    def forward(self, x): return self.out(self.rnn(x)[0])
net = Net(10)
x = torch.rand(4, 5, 12)
# %% fails
net(x)
# %% mended
net = Net(12)
net(x)
