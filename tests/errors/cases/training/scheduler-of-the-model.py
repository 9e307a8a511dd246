# rule: schedulers.not_given_the_optimizer
# source: https://stackoverflow.com/questions/68433165 (… is not an Optimizer)
# says: the model net
# says: decay = torch\.optim\.lr_scheduler\.ExponentialLR\(sgd, gamma=0\.9\)
# %% before
import torch
from torch import nn
net = nn.Linear(2, 1)
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
# %% fails
decay = torch.optim.lr_scheduler.ExponentialLR(net, gamma=0.9)
# %% mended
decay = torch.optim.lr_scheduler.ExponentialLR(sgd, gamma=0.9)
