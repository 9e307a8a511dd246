# rule: autograd_twice.backward_twice
# source: constructed
# says: loss\.backward\(\)\s+hidden = tuple\(one\.detach\(\) for one in hidden\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
lstm, head = nn.LSTM(2, 8, batch_first=True), nn.Linear(8, 1)
opt = torch.optim.Adam([*lstm.parameters(), *head.parameters()])
# %% fails
hidden = None
for step in range(3):
    out, hidden = lstm(torch.rand(4, 5, 2), hidden)
    loss = head(out).mean()
    loss.backward()
    opt.step(); opt.zero_grad()
# %% mended
hidden = None
for step in range(3):
    out, hidden = lstm(torch.rand(4, 5, 2), hidden)
    loss = head(out).mean()
    loss.backward()
    hidden = tuple(one.detach() for one in hidden)
    opt.step(); opt.zero_grad()
