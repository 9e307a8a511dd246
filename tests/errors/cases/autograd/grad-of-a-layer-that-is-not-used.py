# rule: autograd_asked.not_in_the_graph
# source: constructed
# says: net\.b
# says: allow_unused=True
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a=nn.Linear(4,4); self.b=nn.Linear(4,4); self.c=nn.Linear(4,1)
    def forward(self,x): return self.c(self.a(x).relu())
net=Net(); loss=net(torch.randn(8,4)).mean()
# %% fails
grads = torch.autograd.grad(loss, net.parameters())
# %% mended
grads = torch.autograd.grad(loss, net.parameters(), allow_unused=True)
