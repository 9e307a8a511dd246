# notice: loop_results.loss_without_history
# source: constructed
# says: out of torch\.no_grad\(\)
# says: delete cost\.requires_grad_\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.rand(8, 2); heights = torch.rand(8, 1)
line = nn.Linear(2, 1)
opt = torch.optim.SGD(line.parameters(), lr=0.01)
# %% cell
for _ in range(3):
    with torch.no_grad():
        guess = line(rows)
        cost = F.mse_loss(guess, heights)
    cost.requires_grad_()
    opt.zero_grad()
    cost.backward()
    opt.step()
# %% mended
for _ in range(3):
    guess = line(rows)
    cost = F.mse_loss(guess, heights)
    opt.zero_grad()
    cost.backward()
    opt.step()
