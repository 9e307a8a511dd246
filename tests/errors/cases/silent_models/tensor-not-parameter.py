# notice: models.tensors_not_parameters
# source: fastbook, chapter 8
# says: nn\.Parameter
# says: weights
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
class Lin(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = torch.randn(4, 2, requires_grad=True)
    def forward(self, x): return x @ self.weights

lin = Lin()
lin(x).shape
# %% mended
class Lin(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = nn.Parameter(torch.randn(4, 2))
    def forward(self, x): return x @ self.weights

lin = Lin()
lin(x).shape
