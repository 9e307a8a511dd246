# notice: schedules.stepped_every_batch
# source: https://discuss.pytorch.org/t/scheduler-step-after-each-epoch-or-after-each-minibatch/111249
# says: runs for every batch of loader
# says: move\s+fall\.step\(\) out of\s+the inner loop
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
loader = DataLoader(TensorDataset(rows, rows.sum(1, keepdim=True)), batch_size=4)
line = nn.Linear(3, 1)
# %% cell
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
fall = torch.optim.lr_scheduler.ExponentialLR(sgd, gamma=0.2)
for epoch in range(2):
    for a, b in loader:
        F.mse_loss(line(a), b).backward()
        sgd.step()
        fall.step()
        sgd.zero_grad()
# %% mended
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
fall = torch.optim.lr_scheduler.ExponentialLR(sgd, gamma=0.2)
for epoch in range(2):
    for a, b in loader:
        F.mse_loss(line(a), b).backward()
        sgd.step()
        sgd.zero_grad()
    fall.step()
