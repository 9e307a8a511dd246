# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
model.to(device)
model.float()
x = x.to(device)
model(x).shape
