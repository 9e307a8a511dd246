# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(64, 8); y = (x.sum(1) > 0).long()
from torch.utils.data import TensorDataset, DataLoader
dl = DataLoader(TensorDataset(x, y), 16)
# %% cell
model.eval()
n = 0
for xb, yb in dl: n += (model(xb).argmax(1) == yb).sum()
n / len(x)
