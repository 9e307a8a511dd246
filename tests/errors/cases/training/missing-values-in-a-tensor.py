# notice: loop_results.loss_is_nan
# source: constructed
# says: nan\s+in\s+inputs
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
inputs = torch.rand(8, 2); inputs[3, 1] = float('nan')
heights = torch.rand(8)
line = nn.Linear(2, 1)
opt = torch.optim.SGD(line.parameters(), lr=0.01)
# %% cell
for _ in range(3):
    loss = F.mse_loss(line(inputs)[:, 0], heights)
    loss.backward()
    opt.step()
    opt.zero_grad()
