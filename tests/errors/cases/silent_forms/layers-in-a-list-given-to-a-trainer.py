# notice: models.layers_in_a_list
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = torch.randn(48, 2)
class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(3, 2)
        self.layers = [nn.Linear(3, 3), nn.Linear(3, 3)]
    def forward(self, x):
        for one in self.layers: x = one(x).relu()
        return self.head(x)
class Trainer:
    def __init__(self, what):
        self.what = what
        self.opt = torch.optim.SGD(what.parameters(), lr=0.1)
    def run(self, x, y):
        for _ in range(3):
            loss = nn.functional.mse_loss(self.what(x), y)
            loss.backward()
            self.opt.step()
            self.opt.zero_grad()
# %% cell
critic = Critic()
Trainer(critic).run(x, y)
