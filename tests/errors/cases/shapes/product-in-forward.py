# rule: shapes.product
# source: https://github.com/udacity/deep-learning-v2-pytorch/issues/396
# says: self\.w1
# says: 50
# says: 40 rows
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class TwoLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.w1 = nn.Parameter(torch.randn(50, 10))
    def forward(self, x):
        return F.relu(x) @ self.w1
net = TwoLayer()
x = torch.rand(8, 40)
# %% fails
net(x)
# %% mended
net.w1 = nn.Parameter(torch.randn(40, 10))
net(x)
