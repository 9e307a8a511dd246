# rule: modules.forward_missing
# source: https://discuss.pytorch.org/t/notimplementederror-module-modulelist-is-missing-the-required-forward-function/175049
# says: ModuleList
# says: for layer in self\.layers: x = layer\(x\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2), nn.ReLU()])
    def forward(self, x):
        return self.layers(x)
net = Net()
# %% fails
net(torch.rand(1, 2))
