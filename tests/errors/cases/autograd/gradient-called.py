# rule: tensors_called.tensor_called
# source: constructed
# says: not a function
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.rand(3, requires_grad=True)
x.sum().backward()
# %% fails
print(x.grad())
# %% mended
print(x.grad)
