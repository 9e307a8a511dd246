# rule: layers_uncalled.layer_for_its_result
# source: constructed
# says: return self\.fc\(x\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)
    def forward(self, x):
        x = x.flatten(1)
        return self.fc
net = Net()
# %% fails
preds = net(torch.rand(8, 4))
loss = F.cross_entropy(preds, torch.zeros(8).long())
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)
    def forward(self, x):
        x = x.flatten(1)
        return self.fc(x)
net = Net()
preds = net(torch.rand(8, 4))
loss = F.cross_entropy(preds, torch.zeros(8).long())
