# rule: scalars.several_values
# source: constructed
# says: criterion was made with reduction='none'
# says: loss = criterion\(net\(x\), y\)\.mean\(\)
# %% before
import torch
from torch import nn
x, y = torch.rand(6, 3), torch.rand(6, 1)
net, criterion = nn.Linear(3, 1), nn.MSELoss(reduction='none')
# %% fails
def step():
    loss = criterion(net(x), y)
    return loss.item()
step()
# %% mended
def step():
    loss = criterion(net(x), y).mean()
    return loss.item()
step()
