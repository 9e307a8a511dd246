# notice: none
# source: constructed
# %% before
import torch
from torch import nn
# %% cell
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc, self.out = nn.Linear(4, 8), None
    def forward(self, x):
        if self.out is None:
            self.out = nn.Linear(8, 2)
        x = nn.ReLU()(self.fc(x))
        return nn.Softmax(dim=1)(self.out(x))
class Linear:
    def forward(self, x): return x
    def __call__(self, x): return self.forward(x)
Net()(torch.rand(2, 4)).shape
