# notice: numbers.fraction_into_integers
# source: constructed
# says: In\s+smoothed
# says: 0\.9\s+was\s+cut\s+to\s+0
# %% before
import torch
def smoothed(classes, n):
    rows = torch.zeros(len(classes), n, dtype=torch.long)
    rows[torch.arange(len(classes)), classes] = 0.9
    return rows
# %% cell
soft = smoothed(torch.tensor([0, 2, 1]), 3)
soft.sum(1)
# %% mended
def smoothed(classes, n):
    rows = torch.zeros(len(classes), n)
    rows[torch.arange(len(classes)), classes] = 0.9
    return rows
soft = smoothed(torch.tensor([0, 2, 1]), 3)
soft.sum(1)
