# rule: vmapped.no_batch_inside
# source: https://github.com/pytorch/functorch/issues/381
# says: x\.unsqueeze\(0\)
# %% before
import torch
from torch import nn
from torch.func import functional_call, grad, vmap
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(5, 2)
    def forward(self, x):
        return self.lin(x)[:, 0]
net = Net()
params = dict(net.named_parameters())
# %% fails
def loss(params, x, y):
    pred = functional_call(net, params, (x,))
    return ((pred - y) ** 2).mean()
each = vmap(grad(loss), in_dims=(None, 0, 0))(params, torch.rand(6, 5), torch.rand(6))
# %% mended
def loss(params, x, y):
    pred = functional_call(net, params, (x.unsqueeze(0),))
    return ((pred - y) ** 2).mean()
each = vmap(grad(loss), in_dims=(None, 0, 0))(params, torch.rand(6, 5), torch.rand(6))
