# rule: inference_use.no_grad_not_called
# source: constructed
# says: with torch\.no_grad\(\):
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
# %% fails
with torch.no_grad:
    model(torch.rand(1, 2))
# %% mended
with torch.no_grad():
    model(torch.rand(1, 2))
