# notice: steps.parameters_used_up
# source: constructed
# says: params
# says: generator
# says: list\(model\.parameters\(\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(48, 3); target = (rows.sum(1) > 0).long()
model = nn.Linear(3, 2)
# %% cell
params = model.parameters()
for i in range(5):
    loss = F.cross_entropy(model(rows), target)
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= 0.1 * p.grad
            p.grad.zero_()
# %% mended
params = list(model.parameters())
for i in range(5):
    loss = F.cross_entropy(model(rows), target)
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= 0.1 * p.grad
            p.grad.zero_()
