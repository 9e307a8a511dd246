# rule: autograd_asked.asks_for_none
# source: constructed
# says: x\.requires_grad_\(\)
# %% before
import torch
net = torch.nn.Linear(4,1)
x = torch.randn(3,4)
# %% fails
out = net(x).sum()
torch.autograd.grad(out, x)
# %% mended
x.requires_grad_()
out = net(x).sum()
torch.autograd.grad(out, x)
