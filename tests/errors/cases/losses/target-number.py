# rule: losses_given.prediction_is_no_tensor
# source: constructed
# says: float
# says: torch\.tensor\(3\.0\)
# %% before
import torch
from torch import nn
pred = torch.randn(1, requires_grad=True)
# %% fails
loss = nn.MSELoss()(pred, 3.0)
# %% mended
loss = nn.MSELoss()(pred, torch.tensor([3.0]))
