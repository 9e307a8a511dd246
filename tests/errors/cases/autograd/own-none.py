# rule: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class Box: grad = None
box = Box()
# %% fails
box.grad.zero_()
