# rule: optimizers_asked.rate_as_an_attribute
# source: constructed
# says: param_groups\[0\]\['momentum'\]
# %% before
from torch import nn, optim
opt = optim.SGD(nn.Linear(2, 1).parameters(), lr=0.1, momentum=0.9)
# %% fails
m = opt.momentum
# %% mended
m = opt.param_groups[0]['momentum']
