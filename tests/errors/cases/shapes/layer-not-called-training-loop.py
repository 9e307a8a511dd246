# rule: layers_uncalled.layer_for_its_result
# source: constructed
# says: x = self\.act\(x\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 1)
        self.act = nn.Sigmoid()
    def forward(self, x):
        x = self.fc(x)
        x = self.act
        return x
net, loss_func = Net(), nn.MSELoss()
# %% fails
for step in range(2):
    loss = loss_func(net(torch.rand(8, 4)), torch.rand(8, 1))
    loss.backward()
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 1)
        self.act = nn.Sigmoid()
    def forward(self, x):
        x = self.fc(x)
        x = self.act(x)
        return x
net, loss_func = Net(), nn.MSELoss()
for step in range(2):
    loss = loss_func(net(torch.rand(8, 4)), torch.rand(8, 1))
    loss.backward()
