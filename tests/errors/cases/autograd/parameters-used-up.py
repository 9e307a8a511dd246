# rule: optimizers.nothing_to_train
# source: constructed
# says: only once
# says: list\(
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
model = nn.Linear(4, 2)
# %% fails
params = model.parameters()
n = sum(p.numel() for p in params)
opt = optim.SGD(params, lr=0.1)
# %% mended
params = list(model.parameters())
n = sum(p.numel() for p in params)
opt = optim.SGD(params, lr=0.1)
