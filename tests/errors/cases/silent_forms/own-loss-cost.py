# notice: comparisons.shapes_broadcast_in_own_loss
# source: constructed
# %% before
import torch
from torch import nn
rows = torch.randn(40, 3); heights = rows.sum(1); line = nn.Linear(3, 1)
def cost(a, b):
    gap = a - b
    return (gap ** 2).mean()
# %% cell
outputs = line(rows)
value = cost(outputs, heights)
value.backward()
# %% mended
outputs = line(rows)
value = cost(outputs.squeeze(1), heights)
value.backward()
