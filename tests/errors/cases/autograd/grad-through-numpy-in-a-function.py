# rule: autograd_asked.not_in_the_graph
# source: constructed
# says: in\s+standardized
# says: x = x - 0\.1
# %% before
import torch, numpy as np
net = torch.nn.Linear(4,1)
def standardized(x):
    x = torch.from_numpy((x.detach().numpy() - 0.1))
    return x
def saliency(x):
    x.requires_grad_()
    z = standardized(x)
    out = net(z).sum()
    return torch.autograd.grad(out, x)[0]
# %% fails
saliency(torch.randn(3,4))
