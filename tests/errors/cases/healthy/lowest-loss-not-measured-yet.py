# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
batches = DataLoader(TensorDataset(rows, kinds), batch_size=12)
clf = nn.Linear(5, 3)
opt = torch.optim.SGD(clf.parameters(), lr=0.1)
# %% cell
import math
lowest_val_loss, running_best = math.inf, float('inf')
kept_loss = 1e9
for round_ in range(2):
    for a, b in batches:
        loss = F.cross_entropy(clf(a), b)
        opt.zero_grad()
        loss.backward()
        opt.step()
    if round_ == 10: lowest_val_loss = min(lowest_val_loss, loss.item())
first_test_loss = float('inf')
