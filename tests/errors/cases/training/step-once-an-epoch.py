# notice: loops.step_outside_the_loop
# source: constructed
# says: opt\.step\(\)\s+stands\s+outside\s+the\s+loop\s+over\s+the\s+batches
# says: last\s+batch
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.rand(60, 5); y = torch.rand(60, 1)
dl = DataLoader(TensorDataset(x, y), batch_size=20, shuffle=True)
# %% cell
mlp = nn.Sequential(nn.Linear(5, 10), nn.ReLU(), nn.Linear(10, 1))
opt = torch.optim.Adam(mlp.parameters(), lr=1e-3)
for epoch in range(4):
    for xb, yb in dl:
        opt.zero_grad()
        loss = ((mlp(xb) - yb)**2).mean()
        loss.backward()
    opt.step()
# %% mended
mlp = nn.Sequential(nn.Linear(5, 10), nn.ReLU(), nn.Linear(10, 1))
opt = torch.optim.Adam(mlp.parameters(), lr=1e-3)
for epoch in range(4):
    for xb, yb in dl:
        opt.zero_grad()
        loss = ((mlp(xb) - yb)**2).mean()
        loss.backward()
        opt.step()
