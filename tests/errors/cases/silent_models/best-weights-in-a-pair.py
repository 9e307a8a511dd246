# notice: attributes.best_weights_not_copied
# source: https://discuss.pytorch.org/t/what-does-state-dict-return/96184
# says: best_weights keeps no copy
# says: copy\.deepcopy\(line\.state_dict\(\)\)
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
lowest, best_weights = 9.0, None
for step in range(3):
    loss = F.mse_loss(line(rows), rows[:, :1])
    loss.backward()
    sgd.step()
    sgd.zero_grad()
    if loss < lowest:
        lowest, best_weights = loss.item(), line.state_dict()
# %% mended
lowest, best_weights = 9.0, None
for step in range(3):
    loss = F.mse_loss(line(rows), rows[:, :1])
    loss.backward()
    sgd.step()
    sgd.zero_grad()
    if loss < lowest:
        lowest, best_weights = loss.item(), copy.deepcopy(line.state_dict())
