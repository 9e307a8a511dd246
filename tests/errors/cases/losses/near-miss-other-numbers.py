# rule: not losses_unflattened.same_numbers_in_another_shape
# source: constructed
# %% before
import torch
import torch.nn.functional as F
pred, yb = torch.rand(8, 30), torch.rand(8, 5, 7)
# %% fails
loss = F.mse_loss(pred, yb)
