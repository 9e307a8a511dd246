# notice: summed_probabilities.sum_against_a_threshold
# source: constructed
# says: total = total / 3
# %% before
import torch
from torch import nn
import torch.nn.functional as F
models = [nn.Linear(4, 2).eval() for _ in range(3)]
x = torch.randn(8, 4)
# %% cell
total = 0
with torch.no_grad():
    for m in models: total += torch.softmax(m(x), dim=1)
sure = total[:, 1] > 0.5
# %% mended
total = 0
with torch.no_grad():
    for m in models: total += torch.softmax(m(x), dim=1)
total = total / 3
sure = total[:, 1] > 0.5
