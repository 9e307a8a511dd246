# rule: optimizers.not_a_leaf
# source: https://discuss.pytorch.org/t/valueerror-cant-optimize-a-non-leaf-tensor/21751
# says: leaf
# says: requires_grad_\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
# %% fails
w = torch.randn(4, requires_grad=True) * 0.1
opt = optim.SGD([w], lr=0.1)
# %% mended
w = torch.randn(4, requires_grad=True) * 0.1
w = w.detach().requires_grad_()
opt = optim.SGD([w], lr=0.1)
