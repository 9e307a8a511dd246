# notice: losses.activation_twice
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = torch.zeros(48).long()
class Trainer:
    def __init__(self, net):
        self.net = net
        self.crit = nn.CrossEntropyLoss()
    def run(self, x, y):
        return self.crit(self.net(x), y)
trainer = Trainer(nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=1)))
# %% cell
err = trainer.run(x, y)
