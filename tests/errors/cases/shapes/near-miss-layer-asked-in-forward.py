# rule: not layers_as_tensors.asked_like_a_tensor
# source: constructed
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(3, 2)
    def forward(self, x):
        return self.lin.relu()
# %% fails
Net()(torch.rand(1, 3))
