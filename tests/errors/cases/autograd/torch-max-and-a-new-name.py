# rule: autograd_lost.cut_on_the_way
# source: constructed
# says: torch\.max\(out, 1\)
# says: preds = out
# says: loss = criterion\(preds, y\)
# %% before
import torch
from torch import nn
x = torch.randn(12, 5); y = torch.randint(0, 3, (12,))
net = nn.Linear(5, 3)
criterion = nn.CrossEntropyLoss()
def scores_of(x): return net(x)
# %% fails
def step(x, y):
    out = scores_of(x)
    _, preds = torch.max(out, 1)
    preds = preds.float()
    loss = criterion(preds, y.float())
    loss.backward()
step(x, y)
# %% mended
def step(x, y):
    out = scores_of(x)
    preds = out
    preds = preds.float()
    loss = criterion(preds, y)
    loss.backward()
step(x, y)
