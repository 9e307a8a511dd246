# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
models = [nn.Linear(4, 2).eval() for _ in range(3)]
x = torch.randn(8, 4)
# %% cell
total = 0; votes = 0
with torch.no_grad():
    for m in models:
        total += torch.softmax(m(x), dim=1)
        votes += torch.softmax(m(x), dim=1)
total /= len(models)
sure = total[:, 1] > 0.5
best = votes.argmax(1)
