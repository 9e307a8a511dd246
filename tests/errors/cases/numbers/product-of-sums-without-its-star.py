# rule: tensors_called.tensor_called
# source: constructed
# says: \(a \+ b\) \* \(a - b\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
a, b = torch.rand(3), torch.rand(3)
# %% fails
y = (a + b)(a - b)
# %% mended
y = (a + b) * (a - b)
