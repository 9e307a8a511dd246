# rule: tensors_called.tensor_called
# source: constructed
# says: square\s+brackets
# says: first = train_x\[0\]
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
train_x = torch.rand(20, 784)
# %% fails
first = train_x(0)
# %% mended
first = train_x[0]
