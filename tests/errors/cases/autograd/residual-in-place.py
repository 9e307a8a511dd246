# rule: in_place.needed_for_gradient
# source: constructed
# says: in place
# says: a = a \+ 1
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
w = torch.randn(4, requires_grad=True)
# %% fails
a = w.exp()
a += 1
a.sum().backward()
# %% mended
a = w.exp()
a = a + 1
a.sum().backward()
