# rule: modules_made.not_a_module
# source: constructed
# says: lambda
# says: Lambda
# %% before
from torch import nn
# %% fails
net = nn.Sequential(nn.Linear(4, 4), lambda x: x.view(-1, 2))
# %% mended
class Apply(nn.Module):
    def __init__(self, f): super().__init__(); self.f = f
    def forward(self, x): return self.f(x)
net = nn.Sequential(nn.Linear(4, 4), Apply(lambda x: x.view(-1, 2)))
