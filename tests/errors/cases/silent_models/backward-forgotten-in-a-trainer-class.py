# notice: loops.backward_forgotten
# source: constructed
# says: In\s+fit: loss\.backward\(\)\s+is\s+missing
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(80, 3); y = x @ torch.tensor([[1.], [2.], [3.]])
class Trainer:
    def __init__(self, model, opt): self.model, self.opt = model, opt
    def fit(self, epochs):
        for epoch in range(epochs):
            loss = F.mse_loss(self.model(x), y)
            self.opt.step()
            self.opt.zero_grad()
# %% cell
lin = nn.Linear(3, 1)
trainer = Trainer(lin, optim.SGD(lin.parameters(), 0.1))
trainer.fit(5)
# %% mended
class Trainer:
    def __init__(self, model, opt): self.model, self.opt = model, opt
    def fit(self, epochs):
        for epoch in range(epochs):
            loss = F.mse_loss(self.model(x), y)
            loss.backward()
            self.opt.step()
            self.opt.zero_grad()
lin = nn.Linear(3, 1)
trainer = Trainer(lin, optim.SGD(lin.parameters(), 0.1))
trainer.fit(5)
