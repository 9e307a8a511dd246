# rule: optimizers_asked.rate_as_an_attribute
# source: constructed
# says: sched\.get_last_lr\(\)\[0\]
# %% before
from torch import nn, optim
sched = optim.lr_scheduler.StepLR(optim.SGD(nn.Linear(2, 1).parameters(), lr=0.1), 3)
# %% fails
now = sched.lr
# %% mended
now = sched.get_last_lr()[0]
