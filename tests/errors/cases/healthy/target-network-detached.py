# notice: none
# source: constructed
# %% before
import torch
from torch import nn
class Pair(nn.Module):
    def __init__(self):
        super().__init__()
        self.online, self.target = nn.Linear(5, 3), nn.Linear(5, 3)
    def forward(self, x):
        wanted = self.target(x).detach()
        return ((self.online(x) - wanted) ** 2).mean()
x = torch.rand(8, 5)
# %% cell
pair = Pair()
opt = torch.optim.Adam(pair.parameters(), lr=0.1)
for i in range(3):
    opt.zero_grad()
    loss = pair(x)
    loss.backward()
    opt.step()
