# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
loader = DataLoader(TensorDataset(rows, rows.sum(1, keepdim=True)), batch_size=4)
line = nn.Linear(3, 1)
# %% cell
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
plan = lr_scheduler.StepLR(sgd, step_size=10, gamma=0.1)
for epoch in range(8):
    for i, (a, b) in enumerate(loader):
        F.mse_loss(line(a), b).backward()
        sgd.step()
        sgd.zero_grad()
        plan.step()
