# notice: none
# source: constructed
# %% before
import torch
x = torch.zeros(3)
# %% cell
x.add_(1)
x.mul_(2).clamp_(max=1)
x.requires_grad_()
x
