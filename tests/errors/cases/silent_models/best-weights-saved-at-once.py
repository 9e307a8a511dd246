# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
line = nn.Linear(3, 1)
sgd = torch.optim.SGD(line.parameters(), lr=0.05)

# %% cell
for step in range(3):
    loss = F.mse_loss(line(rows), rows[:, :1])
    loss.backward()
    sgd.step()
    sgd.zero_grad()
    best = {"weights": line.state_dict(), "step": step}
    torch.save(best, "best.pth")
finals = []
for seed in range(2):
    other = nn.Linear(3, 1)
    F.mse_loss(other(rows), rows[:, :1]).backward()
    finals.append(other.state_dict())
