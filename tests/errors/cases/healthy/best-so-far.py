# notice: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
losses = [0.4, 0.6, 0.35]; accs = [0.4, 0.6, 0.55]; logps = [-3., -4., -2.]
# %% cell
best_loss, best_acc, best_nll = float('inf'), 0., 0
for loss, acc, nll in zip(losses, accs, logps):
    if loss < best_loss:
        best_loss = loss
    if acc > best_acc:
        best_acc = acc
    if nll < best_nll:
        best_nll = nll
best_error = 0
for i, loss in enumerate(losses):
    if i == 0 or loss < best_error:
        best_error = loss
min_count = 0
for n in (-2, 3):
    if n < min_count:
        min_count = n
