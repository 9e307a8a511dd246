# rule: none
# source: constructed
# %% before
import torch
net = torch.nn.Linear(4,1)
x = torch.randn(3,4); y=torch.randn(3,4,requires_grad=True)
# %% fails
out = net(x).sum()
torch.autograd.grad(out, y)
