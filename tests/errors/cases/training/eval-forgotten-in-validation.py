# notice: modes.eval_forgotten
# source: constructed
# says: training mode
# says: Dropout
# %% before
import torch
from torch import nn
import torch.nn.functional as F
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(64, 8); y = (x.sum(1) > 0).long()
from torch.utils.data import TensorDataset, DataLoader
F.cross_entropy(model(x), y).backward()
opt.step()
opt.zero_grad()
valid_dl = DataLoader(TensorDataset(x, y), 16)
# %% cell
total = 0
with torch.no_grad():
    for xb, yb in valid_dl:
        total += F.cross_entropy(model(xb), yb).item()
total / len(valid_dl)
# %% mended
model.eval()
total = 0
with torch.no_grad():
    for xb, yb in valid_dl:
        total += F.cross_entropy(model(xb), yb).item()
total / len(valid_dl)
