# rule: autograd_carried.changed_since
# source: constructed
# says: c and h are taken
# says: loss\.backward\(\)\s+c = c\.detach\(\)\s+h = h\.detach\(\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
# %% fails
def train(n):
    cell, out = nn.LSTMCell(3, 6), nn.Linear(6, 1)
    opt = torch.optim.Adam([*cell.parameters(), *out.parameters()])
    h, c = torch.zeros(4, 6), torch.zeros(4, 6)
    for i in range(n):
        h, c = cell(torch.rand(4, 3), (h, c))
        loss = F.mse_loss(out(h), torch.rand(4, 1))
        opt.zero_grad()
        loss.backward(retain_graph=True)
        opt.step()
train(3)
# %% mended
def train(n):
    cell, out = nn.LSTMCell(3, 6), nn.Linear(6, 1)
    opt = torch.optim.Adam([*cell.parameters(), *out.parameters()])
    h, c = torch.zeros(4, 6), torch.zeros(4, 6)
    for i in range(n):
        h, c = cell(torch.rand(4, 3), (h, c))
        loss = F.mse_loss(out(h), torch.rand(4, 1))
        opt.zero_grad()
        loss.backward()
        c = c.detach()
        h = h.detach()
        opt.step()
train(3)
