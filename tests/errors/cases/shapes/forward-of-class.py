# rule: modules_made.class_called_with_data
# source: constructed
# says: class
# says: model = Net\(n\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.lin = nn.Linear(n, 2)
    def forward(self, x): return self.lin(x)
xb = torch.rand(3, 2)
n = 2
# %% fails
Net.forward(xb)
# %% mended
model = Net(n)
model(xb)
