# rule: copies_of_models.of_what_was_calculated
# source: https://github.com/lucidrains/byol-pytorch/issues/95
# says: net\.last\s+keeps
# says: net\.last\s+=\s+None
# %% before
import torch
from copy import deepcopy
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin, self.last = nn.Linear(3, 2), None
    def forward(self, x):
        self.last = self.lin(x)
        return self.last
net = Net()
out = net(torch.rand(4, 3))
# %% fails
best = deepcopy(net)
# %% mended
net.last = None
best = deepcopy(net)
