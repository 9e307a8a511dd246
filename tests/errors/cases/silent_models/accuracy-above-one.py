# notice: batch_accuracies.accuracy_over_batches
# source: https://discuss.pytorch.org/t/accuracy-greater-than-100/40420
# says: number of batches
# says: valid_acc = hits / len\(checks\.dataset\)
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
hits = 0
with torch.no_grad():
    for a, b in checks:
        hits += int((line(a).argmax(1) == b).sum())
valid_acc = hits / len(checks)
# %% mended
hits = 0
with torch.no_grad():
    for a, b in checks:
        hits += int((line(a).argmax(1) == b).sum())
valid_acc = hits / len(checks.dataset)
