# rule: autograd_asked.not_in_the_graph
# source: constructed
# says: came\s+after
# %% before
import torch
net = torch.nn.Linear(4,1)
x = torch.randn(3,4)
# %% fails
out = net(x).sum()
x.requires_grad_()
torch.autograd.grad(out, x)
# %% mended
x.requires_grad_()
out = net(x).sum()
torch.autograd.grad(out, x)
