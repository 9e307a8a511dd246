# notice: losses.shapes_broadcast_in_loss
# source: constructed
# %% before
import torch
preds, y = torch.randn(8, 1), torch.randn(8)
# %% cell
mae = torch.mean(torch.abs(preds - y))
