# notice: losses.shapes_broadcast_in_loss
# source: constructed
# says: \(8, 1\)
# %% before
import torch, torch.nn as nn, torch.nn.functional as F
model = nn.Linear(3, 1)
x, y = torch.randn(8, 3), torch.randn(8)
config = {'kind': 'mse', 'lr': 0.1}
# %% cell
match config:
    case {'kind': 'mse', **rest}:
        loss = F.mse_loss(model(x), y)
    case None:
        loss = 0
