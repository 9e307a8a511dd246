# rule: autograd_carried.changed_since
# source: constructed
# says: h is taken from one turn of the loop into the next
# says: loss\.backward\(\)\s+h = h\.detach\(\)
# says: retain_graph
# %% before
import torch, torch.nn.functional as F
from torch import nn
# %% fails
rnn, out = nn.GRU(3, 6), nn.Linear(6, 1)
opt = torch.optim.SGD([*rnn.parameters(), *out.parameters()], lr=.1)
h = torch.zeros(1, 4, 6)
for i in range(3):
    y, h = rnn(torch.rand(5, 4, 3), h)
    loss = out(y).pow(2).mean()
    opt.zero_grad()
    loss.backward(retain_graph=True)
    opt.step()
# %% mended
rnn, out = nn.GRU(3, 6), nn.Linear(6, 1)
opt = torch.optim.SGD([*rnn.parameters(), *out.parameters()], lr=.1)
h = torch.zeros(1, 4, 6)
for i in range(3):
    y, h = rnn(torch.rand(5, 4, 3), h)
    loss = out(y).pow(2).mean()
    opt.zero_grad()
    loss.backward()
    h = h.detach()
    opt.step()
