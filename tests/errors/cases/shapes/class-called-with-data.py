# rule: modules_made.class_called_with_data
# source: constructed
# says: class
# says: model = Net\(\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)
    def forward(self, x): return self.lin(x)
xb = torch.rand(3, 2)
# %% fails
Net(xb)
# %% mended
model = Net()
model(xb)
