# rule: not optimizers_asked.rate_as_an_attribute
# source: constructed
# %% before
from torch import nn, optim
opt = optim.SGD(nn.Linear(2, 1).parameters(), lr=0.1)
# %% fails
x = opt.colour
