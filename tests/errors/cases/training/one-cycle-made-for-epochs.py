# rule: schedulers.stepped_too_often
# source: https://discuss.pytorch.org/t/onecyclelr-tried-to-step-times/83214
# says: cycle was made for 2\s+steps
# says: once\s+for\s+every\s+batch
# says: cycle = torch\.optim\.lr_scheduler\.OneCycleLR\(adam, 0\.1, epochs=n, steps_per_epoch=len\(rows\)\)
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = DataLoader(TensorDataset(torch.randn(12, 2), torch.randn(12, 1)), batch_size=4)
net = nn.Linear(2, 1)
# %% fails
n = 2
adam = torch.optim.Adam(net.parameters())
cycle = torch.optim.lr_scheduler.OneCycleLR(adam, 0.1, epochs=n, steps_per_epoch=1)
for epoch in range(n):
    for a, b in rows:
        nn.functional.mse_loss(net(a), b).backward()
        adam.step()
        adam.zero_grad()
        cycle.step()
# %% mended
n = 2
adam = torch.optim.Adam(net.parameters())
cycle = torch.optim.lr_scheduler.OneCycleLR(adam, 0.1, epochs=n, steps_per_epoch=len(rows))
for epoch in range(n):
    for a, b in rows:
        nn.functional.mse_loss(net(a), b).backward()
        adam.step()
        adam.zero_grad()
        cycle.step()
