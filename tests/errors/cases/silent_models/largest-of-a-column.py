# notice: predictions.largest_of_a_column
# source: constructed
# says: items of the batch
# says: chosen\s=\svotes\.argmax\(dim=1\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(4, 6); kinds = torch.randint(0, 4, (4,)); net = nn.Linear(6, 4)
# %% cell
with torch.no_grad(): votes = net(rows)
best, chosen = votes.max(0)
right = (chosen == kinds).float().mean()
# %% mended
with torch.no_grad(): votes = net(rows)
best, chosen = votes.max(1)
right = (chosen == kinds).float().mean()
