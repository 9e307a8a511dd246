# notice: losses.activation_before_loss
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = torch.zeros(48).long()
net = nn.Sequential(nn.Linear(3, 2))
class Trainer:
    def __init__(self, net):
        self.net = net
        self.loss = nn.CrossEntropyLoss()
    def run(self, x, y):
        out = torch.softmax(self.net(x), dim=1)
        return self.loss(out, y)
trainer = Trainer(net)
# %% cell
err = trainer.run(x, y)
