# rule: python_scopes.local_before_assignment
# source: https://github.com/christophmark/pytorch-autocomplete/issues/3
# says: for xb, yb in batches
# says: no\s+batch
# says: 12\s+items
# says: drop_last=False
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
data = TensorDataset(torch.rand(12, 3), torch.rand(12, 1))
net = nn.Linear(3, 1)
# %% fails
batches = DataLoader(data, batch_size=16, shuffle=True, drop_last=True)
def fit(batches, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for epoch in range(epochs):
        for xb, yb in batches:
            err = (net(xb) - yb).pow(2).mean()
            err.backward(); opt.step(); opt.zero_grad()
        print(epoch, err.item())
fit(batches, 2)
# %% mended
batches = DataLoader(data, batch_size=16, shuffle=True, drop_last=False)
def fit(batches, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for epoch in range(epochs):
        for xb, yb in batches:
            err = (net(xb) - yb).pow(2).mean()
            err.backward(); opt.step(); opt.zero_grad()
        print(epoch, err.item())
fit(batches, 2)
