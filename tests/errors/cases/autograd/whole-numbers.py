# rule: autograd.whole_numbers_with_grad
# source: constructed
# says: float
# says: dtype=torch\.float
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
# %% fails
w = torch.tensor([1, 2, 3], requires_grad=True)
# %% mended
w = torch.tensor([1, 2, 3], requires_grad=True, dtype=torch.float)
