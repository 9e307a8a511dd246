# rule: optimizers.given_no_parameters
# source: constructed
# says: \[w\]
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
w = torch.randn(3, requires_grad=True)
# %% fails
opt = torch.optim.SGD(w, lr=0.1)
# %% mended
opt = torch.optim.SGD([w], lr=0.1)
