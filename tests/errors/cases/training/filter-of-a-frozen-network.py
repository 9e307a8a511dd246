# rule: optimizers.nothing_to_train
# source: constructed
# says: all of net is frozen
# %% before
import torch
from torch import nn

net = nn.Linear(3, 1).requires_grad_(False)
params = filter(lambda p: p.requires_grad, net.parameters())
# %% fails
opt = torch.optim.SGD(params, lr=0.1)
# %% mended
net.requires_grad_(True)
params = filter(lambda p: p.requires_grad, net.parameters())
opt = torch.optim.SGD(params, lr=0.1)
