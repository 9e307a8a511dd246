# notice: loop_results.loss_is_nan
# source: constructed
# says: not from the\s+learning rate
# says: inputs\s+holds\s+nan
# says: spread\s+is\s+0\s+for\s+2\s+of\s+5\s+columns
# says: middle\)\s+/\s+\(spread\s+\+\s+1e-6\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
sizes = torch.rand(30, 5); sizes[:, 3:] = 7.
goals = sizes.sum(1, keepdim=True)
# %% before
middle, spread = sizes.mean(0), sizes.std(0)
inputs = torch.stack([(row - middle) / spread for row in sizes])
loader = DataLoader(TensorDataset(inputs, goals), batch_size=6, shuffle=True)
line = nn.Linear(5, 1)
adam = torch.optim.Adam(line.parameters(), lr=0.1)
# %% cell
for _ in range(2):
    for a, b in loader:
        loss = F.mse_loss(line(a), b)
        loss.backward()
        adam.step()
        adam.zero_grad()
# %% mended
inputs = (sizes - middle) / (spread + 1e-6)
loader = DataLoader(TensorDataset(inputs, goals), batch_size=6, shuffle=True)
line = nn.Linear(5, 1)
adam = torch.optim.Adam(line.parameters(), lr=0.1)
for _ in range(2):
    for a, b in loader:
        loss = F.mse_loss(line(a), b)
        loss.backward()
        adam.step()
        adam.zero_grad()
