# rule: inference_use.mode_not_called
# source: constructed
# says: parentheses
# says: net = model\.eval\(\)
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
# %% fails
net = model.eval
net(torch.rand(1, 2))
# %% mended
net = model.eval()
net(torch.rand(1, 2))
