# rule: layers.linear_size
# source: https://forums.fast.ai/t/mnist-from-scratch-flatten
# says: flatten
# says: 784
# says: net\(xb\.flatten\(1\)\)
# %% before
import torch
from torch import nn
xb = torch.rand(16, 1, 28, 28)
net = nn.Sequential(nn.Linear(28*28, 30), nn.ReLU(), nn.Linear(30, 10))
# %% fails
net(xb)
# %% mended
net(xb.flatten(1))
