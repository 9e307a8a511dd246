# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
signs = (rows.sum(1) > 0).long()
checks = DataLoader(TensorDataset(rows, signs), batch_size=8)
line = nn.Linear(3, 2)
# %% cell
total = 0.
with torch.no_grad():
    for a, b in checks:
        total += (line(a).argmax(1) == b).float().mean().item()
valid_acc = total / len(checks)
percent_acc = 100 * total / len(checks)
