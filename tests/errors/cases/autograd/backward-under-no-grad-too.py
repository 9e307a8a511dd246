# rule: autograd_lost.gradients_are_off
# source: fastbook, chapter 18
# says: no_grad
# says: with torch\.enable_grad\(\):
# %% before
import torch
from torch import nn
net = nn.Linear(4, 2); batch = torch.rand(3, 4)
# %% fails
with torch.no_grad():
    scores = net(batch)
    scores[0, 1].backward()
# %% mended
with torch.enable_grad():
    scores = net(batch)
    scores[0, 1].backward()
