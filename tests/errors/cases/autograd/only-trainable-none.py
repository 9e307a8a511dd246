# rule: optimizers.nothing_to_train
# source: constructed
# says: frozen
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
net = nn.Linear(4, 2)
for p in net.parameters(): p.requires_grad = False
# %% fails
opt = optim.SGD(filter(lambda p: p.requires_grad, net.parameters()), lr=0.1)
# %% mended
net.requires_grad_(True)
opt = optim.SGD(filter(lambda p: p.requires_grad, net.parameters()), lr=0.1)
