# notice: schedules.stepped_every_batch
# source: constructed
# says: 60\s+times\s+in\s+6\s+epochs
# says: fell\s+from\s+0\.05
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
loader = DataLoader(TensorDataset(rows, rows.sum(1, keepdim=True)), batch_size=4)
line = nn.Linear(3, 1)
def train(epochs, net, opt, schedule):
    for epoch in range(epochs):
        for a, b in loader:
            F.mse_loss(net(a), b).backward()
            opt.step()
            opt.zero_grad()
            schedule.step()
# %% cell
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
plan = lr_scheduler.StepLR(sgd, step_size=3, gamma=0.1)
train(6, line, sgd, plan)
# %% mended
def train(epochs, net, opt, schedule):
    for epoch in range(epochs):
        for a, b in loader:
            F.mse_loss(net(a), b).backward()
            opt.step()
            opt.zero_grad()
        schedule.step()
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
plan = lr_scheduler.StepLR(sgd, step_size=3, gamma=0.1)
train(6, line, sgd, plan)
