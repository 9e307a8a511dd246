# rule: autograd_twice.backward_twice
# source: constructed
# says: self\.state still holds the calculation of the batch before
# says: In Memory, keep the numbers
# says: at the end\s+of\s+forward
# says: self\.state = self\.state\.detach\(\)\n\s*return guess
# %% before
import torch
from torch import nn
batches = [(torch.rand(4, 3), torch.rand(4, 1)) for _ in range(3)]
class Memory(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell, self.head = nn.Linear(5, 2), nn.Linear(2, 1)
        self.state = torch.zeros(4, 2)
    def forward(self, x):
        self.state = torch.tanh(self.cell(torch.cat([x, self.state], dim=1)))
        guess = self.head(self.state)
        return guess
# %% fails
net = Memory()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for xb, yb in batches:
    loss = ((net(xb) - yb) ** 2).mean()
    loss.backward()
    opt.step()
    opt.zero_grad()
# %% mended
class Memory(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell, self.head = nn.Linear(5, 2), nn.Linear(2, 1)
        self.state = torch.zeros(4, 2)
    def forward(self, x):
        self.state = torch.tanh(self.cell(torch.cat([x, self.state], dim=1)))
        guess = self.head(self.state)
        self.state = self.state.detach()
        return guess
net = Memory()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for xb, yb in batches:
    loss = ((net(xb) - yb) ** 2).mean()
    loss.backward()
    opt.step()
    opt.zero_grad()
