# notice: schedules.stepped_every_batch
# source: constructed
# says: T_max=5\s+counts\s+epochs
# says: down\s+and\s+up\s+again
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
loader = DataLoader(TensorDataset(rows, rows.sum(1, keepdim=True)), batch_size=4)
line = nn.Linear(3, 1)
n_epochs = 5
# %% cell
adam = torch.optim.Adam(line.parameters(), lr=0.01)
wave = lr_scheduler.CosineAnnealingLR(adam, T_max=n_epochs)
for epoch in range(1, n_epochs + 1):
    for i, (a, b) in enumerate(loader):
        miss = F.mse_loss(line(a), b)
        miss.backward()
        adam.step()
        adam.zero_grad()
        wave.step()
# %% mended
adam = torch.optim.Adam(line.parameters(), lr=0.01)
wave = lr_scheduler.CosineAnnealingLR(adam, T_max=n_epochs)
for epoch in range(1, n_epochs + 1):
    for i, (a, b) in enumerate(loader):
        miss = F.mse_loss(line(a), b)
        miss.backward()
        adam.step()
        adam.zero_grad()
    wave.step()
