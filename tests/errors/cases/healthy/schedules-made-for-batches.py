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
n = 4
for made in (lambda o: lr_scheduler.StepLR(o, step_size=20, gamma=0.1),
             lambda o: lr_scheduler.StepLR(o, step_size=2, gamma=0.9),
             lambda o: lr_scheduler.MultiStepLR(o, milestones=[20, 30]),
             lambda o: lr_scheduler.ExponentialLR(o, 0.9),
             lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=n * len(loader)),
             lambda o: lr_scheduler.OneCycleLR(o, 0.1, total_steps=n * len(loader)),
             lambda o: lr_scheduler.CyclicLR(o, 0.01, 0.1, step_size_up=4)):
    sgd = torch.optim.SGD(line.parameters(), lr=0.05)
    plan = made(sgd)
    for epoch in range(n):
        for a, b in loader:
            F.mse_loss(line(a), b).backward()
            sgd.step()
            sgd.zero_grad()
            plan.step()
