# rule: kinds.layer_given_no_tensor
# source: constructed
# says: list
# says: net\(torch\.tensor\(\[1\.0, 2\.0, 3\.0\]\)\)
# %% before
import torch
from torch import nn
net = nn.Linear(3, 2)
# %% fails
net([1.0, 2.0, 3.0])
# %% mended
net(torch.tensor([1.0, 2.0, 3.0]))
