# rule: autograd_twice.backward_twice
# source: https://discuss.pytorch.org/t/runtimeerror-trying-to-backward-through-the-graph-a-second-time-but-the-buffers-have-already-been-freed-specify-retain-graph-true-when-calling-backward-the-first-time/6795
# says: h = h\.detach\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
rnn, head = nn.RNN(4, 8, batch_first=True), nn.Linear(8, 1)
opt = optim.SGD([*rnn.parameters(), *head.parameters()], lr=0.1)
# %% fails
h = torch.zeros(1, 2, 8)
for i in range(3):
    x = torch.randn(2, 5, 4)
    out, h = rnn(x, h)
    loss = head(out).mean()
    opt.zero_grad(); loss.backward(); opt.step()
# %% mended
h = torch.zeros(1, 2, 8)
for i in range(3):
    h = h.detach()
    x = torch.randn(2, 5, 4)
    out, h = rnn(x, h)
    loss = head(out).mean()
    opt.zero_grad(); loss.backward(); opt.step()
