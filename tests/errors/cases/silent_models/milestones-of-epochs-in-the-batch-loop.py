# notice: schedules.stepped_every_batch
# source: constructed
# says: milestones\s+passed\s+within\s+the\s+first\s+8\s+batches
# says: 100\s+times\s+in\s+10\s+epochs
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
loader = DataLoader(TensorDataset(rows, rows.sum(1, keepdim=True)), batch_size=4)
line = nn.Linear(3, 1)
def one_epoch():
    for a, b in loader:
        F.mse_loss(line(a), b).backward()
        sgd.step()
        sgd.zero_grad()
        drops.step()
# %% cell
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
drops = lr_scheduler.MultiStepLR(sgd, milestones=[5, 8], gamma=0.3)
for epoch in range(10):
    one_epoch()
# %% mended
def one_epoch():
    for a, b in loader:
        F.mse_loss(line(a), b).backward()
        sgd.step()
        sgd.zero_grad()
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
drops = lr_scheduler.MultiStepLR(sgd, milestones=[5, 8], gamma=0.3)
for epoch in range(10):
    one_epoch()
    drops.step()
