# rule: autograd_twice.backward_twice
# source: constructed
# says: self\.h still holds
# says: at the end of each turn of the loop
# says: net\.h = net\.h\.detach\(\)
# %% before
import torch
from torch import nn
batches = [(torch.rand(4, 3), torch.rand(4, 2)) for _ in range(3)]
class Cell(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin, self.h = nn.Linear(5, 2), torch.zeros(4, 2)
    def forward(self, x):
        return torch.tanh(self.lin(torch.cat([x, self.h], dim=1)))
net = Cell()
# %% fails
for xb, yb in batches:
    net.h = net(xb)
    loss = ((net.h - yb) ** 2).mean()
    loss.backward()
# %% mended
net = Cell()
for xb, yb in batches:
    net.h = net(xb)
    loss = ((net.h - yb) ** 2).mean()
    loss.backward()
    net.h = net.h.detach()
