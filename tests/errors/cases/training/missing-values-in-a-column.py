# notice: loop_results.loss_is_nan
# source: constructed
# says: column length of fish
# says: fish\['length'\]\.fillna
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
import pandas as pd
fish = pd.DataFrame({'length': [1., 2, None, 4], 'weight': [2., 3, 4, 5], 'age': [1., None, 2, 3]})
heights = torch.rand(4)
line = nn.Linear(2, 1)
opt = torch.optim.SGD(line.parameters(), lr=0.01)
# %% cell
inputs = torch.tensor(fish[['length', 'weight']].values, dtype=torch.float)
for _ in range(3):
    loss = ((line(inputs)[:, 0] - heights) ** 2).mean()
    loss.backward()
    opt.step()
    opt.zero_grad()
# %% mended
line = nn.Linear(2, 1)
opt = torch.optim.SGD(line.parameters(), lr=0.01)
fish['length'] = fish['length'].fillna(fish['length'].median())
inputs = torch.tensor(fish[['length', 'weight']].values, dtype=torch.float)
for _ in range(3):
    loss = ((line(inputs)[:, 0] - heights) ** 2).mean()
    loss.backward()
    opt.step()
    opt.zero_grad()
