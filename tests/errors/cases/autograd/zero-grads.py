# rule: optimizers.backward_of_another
# source: constructed
# says: zero_grad\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
net = nn.Linear(4, 2); opt = optim.SGD(net.parameters(), lr=0.1)
# %% fails
opt.zero_grads()
# %% mended
opt.zero_grad()
