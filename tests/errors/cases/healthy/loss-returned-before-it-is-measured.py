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
start = float('inf')
# %% cell
def one_round(so_far):
    for a, b in batches:
        loss = F.cross_entropy(clf(a), b)
        opt.zero_grad()
        loss.backward()
        opt.step()
    return so_far
valid_loss = one_round(start)
