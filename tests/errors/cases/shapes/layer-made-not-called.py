# rule: modules_made.layer_made_not_called
# source: constructed
# says: class
# says: nn\.Softmax\(dim=1\)\(x\)
# %% before
import torch
from torch import nn
x = torch.rand(3, 4)
# %% fails
nn.Softmax(x)
# %% mended
nn.Softmax(dim=1)(x)
