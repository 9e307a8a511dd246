# rule: not layers_uncalled.layer_for_its_result
# source: constructed
# %% before
import torch, torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)
    def forward(self, x):
        head = self.fc
        return head(x) @ head.shape
net = Net()
# %% fails
net(torch.rand(8, 4))
