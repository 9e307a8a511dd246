# notice: wiped_gradients.at_each_batch
# source: constructed
# says: model\.zero_grad\(\)\s+behind\s+optimizer\.step\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import TensorDataset, DataLoader
x = torch.randn(64, 4); y = (x[:, 0] > 0).long()
dl = DataLoader(TensorDataset(x, y), batch_size=8)
# %% cell
model = nn.Linear(4, 2); optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for i, (xb, yb) in enumerate(dl):
    loss = F.cross_entropy(model(xb), yb) / 4
    model.zero_grad()
    loss.backward()
    if i % 4 == 3: optimizer.step()
# %% mended
model = nn.Linear(4, 2); optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for i, (xb, yb) in enumerate(dl):
    loss = F.cross_entropy(model(xb), yb) / 4
    loss.backward()
    if i % 4 == 3:
        optimizer.step()
        model.zero_grad()
