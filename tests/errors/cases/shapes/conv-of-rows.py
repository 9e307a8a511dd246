# rule: layers.wrong_rank
# source: https://github.com/fastai/fastbook chapter 13
# says: view\(-1, 1, 28, 28\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.Flatten())
xb = torch.rand(64, 784)
# %% fails
net(xb)
# %% mended
net(xb.view(-1, 1, 28, 28))
