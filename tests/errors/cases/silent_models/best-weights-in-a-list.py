# notice: attributes.best_weights_not_copied
# source: constructed
# says: history\.append\(copy\.deepcopy\(line\.state_dict\(\)\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
line = nn.Linear(3, 1)
sgd = torch.optim.SGD(line.parameters(), lr=0.05)
import copy
# %% cell
history = []
for step in range(3):
    loss = F.mse_loss(line(rows), rows[:, :1])
    loss.backward()
    sgd.step()
    sgd.zero_grad()
    history.append(line.state_dict())
# %% mended
history = []
for step in range(3):
    loss = F.mse_loss(line(rows), rows[:, :1])
    loss.backward()
    sgd.step()
    sgd.zero_grad()
    history.append(copy.deepcopy(line.state_dict()))
