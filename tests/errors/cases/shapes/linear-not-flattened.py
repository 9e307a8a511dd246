# rule: layers.linear_size
# source: https://discuss.pytorch.org/t/runtimeerror-mat1-and-mat2-shapes-cannot-be-multiplied-64x13056-and-153600x2048/101315
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
