# rule: autograd.backward_of_number
# source: constructed
# says: `?step`?\s+returns\s+it\s+so
# says: return \(?loss, out\)?
# %% before
import torch
from torch import nn
x, y = torch.rand(20, 3), torch.rand(20, 1)
net = nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
class Trainer:
    def __init__(self, net): self.net = net
    def step(self, x, y):
        out = self.net(x)
        loss = ((out - y) ** 2).mean()
        return loss.item(), out
# %% fails
trainer = Trainer(net)
loss, out = trainer.step(x, y)
loss.backward()
# %% mended
class Trainer:
    def __init__(self, net): self.net = net
    def step(self, x, y):
        out = self.net(x)
        loss = ((out - y) ** 2).mean()
        return loss, out
trainer = Trainer(net)
loss, out = trainer.step(x, y)
loss.backward()
