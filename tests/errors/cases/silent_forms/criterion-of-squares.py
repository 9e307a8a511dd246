# notice: losses.shapes_broadcast_in_loss
# source: constructed
# %% before
import torch
from torch import nn
preds, y = torch.randn(8, 1), torch.randn(8)
criterion = nn.MSELoss()
# %% cell
err = criterion(preds, y)
