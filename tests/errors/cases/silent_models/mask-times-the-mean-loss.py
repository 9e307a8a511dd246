# notice: mean_for_items.mean_where_items_are_meant
# source: constructed
# says: loss = F\.mse_loss\(pred, targ,\s+reduction='none'\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
pred, targ = torch.randn(8, 3), torch.randn(8, 3); mask = torch.rand(8, 3) > .5
# %% cell
loss = F.mse_loss(pred, targ)
masked = (loss * mask).sum() / mask.sum()
# %% mended
loss = F.mse_loss(pred, targ, reduction='none')
masked = (loss * mask).sum() / mask.sum()
