# notice: begins_at_zero.never_the_best
# source: constructed
# says: best_acc\s+=\s+0
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
accs = [0.4, 0.6, 0.55]
def best_of(accs):
    best_acc, best = float('inf'), None
    for i, acc in enumerate(accs):
        if acc > best_acc:
            best_acc = acc
            best = i
    return best
# %% cell
chosen = best_of(accs)
# %% mended
def best_of(accs):
    best_acc = 0
    best = None
    for i, acc in enumerate(accs):
        if acc > best_acc:
            best_acc = acc
            best = i
    return best
chosen = best_of(accs)
