# rule: devices.not_on_mps
# source: constructed
# says: float32
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
def to_mps(x): raise TypeError("Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't support float64. Please use float32 instead.")
x = torch.ones(2, dtype=torch.float64)
# %% fails
to_mps(x)
