# notice: loops.clipped_after_step
# source: constructed
# says: clip_grad_norm_\s+stands\s+after
# says: between\s+backward\(\)\s+and\s+step\(\)
# %% before
import torch
from torch import nn
x = torch.rand(30, 8, 4); y = torch.rand(30, 16)
rnn = nn.GRU(4, 16, batch_first=True)
# %% cell
opt = torch.optim.Adam(rnn.parameters(), lr=1e-3)
for i in range(3):
    opt.zero_grad()
    out, h = rnn(x)
    loss = nn.functional.mse_loss(out[:, -1], y)
    loss.backward()
    opt.step()
    torch.nn.utils.clip_grad_norm_(rnn.parameters(), max_norm=0.5)
# %% mended
opt = torch.optim.Adam(rnn.parameters(), lr=1e-3)
for i in range(3):
    opt.zero_grad()
    out, h = rnn(x)
    loss = nn.functional.mse_loss(out[:, -1], y)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(rnn.parameters(), max_norm=0.5)
    opt.step()
