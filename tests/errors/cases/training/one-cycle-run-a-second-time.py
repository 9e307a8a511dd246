# rule: schedulers.stepped_too_often
# source: constructed
# says: needs a new one
# says: cycle = torch\.optim\.lr_scheduler\.OneCycleLR\(sgd, 0\.1, total_steps=2 \* len\(rows\)\)
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = DataLoader(TensorDataset(torch.randn(12, 2), torch.randn(12, 1)), batch_size=4)
net = nn.Linear(2, 1)
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
cycle = torch.optim.lr_scheduler.OneCycleLR(sgd, 0.1, total_steps=2 * len(rows))
def train():
    for epoch in range(2):
        for a, b in rows:
            nn.functional.mse_loss(net(a), b).backward()
            sgd.step()
            sgd.zero_grad()
            cycle.step()
train()
# %% fails
train()
# %% mended
cycle = torch.optim.lr_scheduler.OneCycleLR(sgd, 0.1, total_steps=2 * len(rows))
train()
