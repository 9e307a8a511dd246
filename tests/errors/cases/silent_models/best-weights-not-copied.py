# notice: attributes.best_weights_not_copied
# source: constructed
# says: deepcopy
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
import copy
# %% cell
best_loss = 9.
for i in range(3):
    loss = F.cross_entropy(model(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
    if loss.item() < best_loss:
        best_loss = loss.item()
        best_weights = model.state_dict()
model.load_state_dict(best_weights)
# %% mended
best_loss = 9.
for i in range(3):
    loss = F.cross_entropy(model(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
    if loss.item() < best_loss:
        best_loss = loss.item()
        best_weights = copy.deepcopy(model.state_dict())
model.load_state_dict(best_weights)
