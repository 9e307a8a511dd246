# notice: schedules.stepped_every_batch
# source: constructed
# says: 80\s+times\s+in\s+8\s+epochs
# says: move\s+fade\.step\(\)\s+out\s+of\s+the\s+inner\s+loop
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
fade = lr_scheduler.ExponentialLR(sgd, 0.8)
for epoch in range(8):
    line.train()
    for a, b in loader:
        F.mse_loss(line(a), b).backward()
        sgd.step()
        fade.step()
        sgd.zero_grad()
# %% mended
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
fade = lr_scheduler.ExponentialLR(sgd, 0.8)
for epoch in range(8):
    line.train()
    for a, b in loader:
        F.mse_loss(line(a), b).backward()
        sgd.step()
        sgd.zero_grad()
    fade.step()
