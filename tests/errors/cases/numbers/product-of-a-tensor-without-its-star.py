# rule: tensors_called.tensor_called
# source: constructed
# says: y = w \* x \+ b
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
w, b, x = torch.rand(3), torch.rand(3), 2.
# %% fails
y = w(x) + b
# %% mended
y = w * x + b
