# rule: not tensors_called.tensor_called
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Scale:
    def __init__(self): self.w = torch.rand(3)
s = Scale()
# %% fails
s(3)
