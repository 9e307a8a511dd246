# rule: layers.linear_size
# source: https://github.com/udacity/deep-learning-v2-pytorch/issues/396
# says: 10
# says: 13
# says: in_features
# %% before
import torch
from torch import nn
X = torch.rand(32, 13)
lin = nn.Linear(10, 1)
# %% fails
lin(X)
# %% mended
lin = nn.Linear(13, 1)
lin(X)
