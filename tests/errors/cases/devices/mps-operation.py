# rule: devices.not_on_mps
# source: constructed
# says: PYTORCH_ENABLE_MPS_FALLBACK
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
def op(x): raise NotImplementedError("The operator 'aten::unique_dim' is not currently implemented for the MPS device.")
x = torch.ones(2)
# %% fails
op(x)
