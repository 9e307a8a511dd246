# rule: optimizers.nothing_to_train
# source: constructed
# says: map object
# says: ps = list\(map\(
# %% before
import torch
from torch import nn

net = nn.Linear(3, 1)
ps = map(lambda o: o[1], net.named_parameters())
adam = torch.optim.Adam(ps)
# %% fails
sgd = torch.optim.SGD(ps, lr=0.1)
# %% mended
ps = list(map(lambda o: o[1], net.named_parameters()))
sgd = torch.optim.SGD(ps, lr=0.1)
