# rule: losses_unflattened.same_numbers_in_another_shape
# source: constructed
# says: F\.mse_loss\(pred\.view_as\(yb\), yb\)
# %% before
import torch
import torch.nn.functional as F
pred, yb = torch.rand(8, 30), torch.rand(8, 5, 6)
# %% fails
loss = F.mse_loss(pred, yb)
# %% mended
loss = F.mse_loss(pred.view_as(yb), yb)
