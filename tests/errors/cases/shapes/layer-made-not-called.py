# rule: modules_made.layer_made_not_called
# source: https://discuss.pytorch.org/t/nn-relu-object-has-no-attribute/
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
