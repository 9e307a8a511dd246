# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
# %% cell
class Trainer:
    def __init__(self, model):
        self.model = model
        self.opt = torch.optim.SGD(model.parameters(), lr=0.1)
    def begin(self):
        self.model.train()
    def run(self, n):
        for epoch in range(n):
            self.begin()
            loss = F.cross_entropy(self.model(x), y)
            loss.backward()
            self.opt.step()
            self.opt.zero_grad()
            self.model.eval()
            with torch.no_grad():
                print(F.cross_entropy(self.model(x), y).item())
model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2))
Trainer(model).run(3)
