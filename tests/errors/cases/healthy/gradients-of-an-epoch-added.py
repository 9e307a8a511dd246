# notice: none
# source: constructed
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.rand(60, 5); y = torch.rand(60, 1)
dl = DataLoader(TensorDataset(x, y), batch_size=20)
# %% cell
net = nn.Linear(5, 1)
opt = torch.optim.SGD(net.parameters(), lr=1e-2)
for epoch in range(3):
    # one step an epoch, with the gradients of all batches
    opt.zero_grad()
    for xb, yb in dl:
        loss = nn.functional.mse_loss(net(xb), yb) / len(dl)
        loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.)
    opt.step()
for epoch in range(3):
    opt.zero_grad()
    for i, (xb, yb) in enumerate(dl):
        (nn.functional.mse_loss(net(xb), yb) / 2).backward()
        if (i + 1) % 2 == 0 or i + 1 == len(dl):
            nn.utils.clip_grad_norm_(net.parameters(), 1.)
            opt.step()
            opt.zero_grad()
