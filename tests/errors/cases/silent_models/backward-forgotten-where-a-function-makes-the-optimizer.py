# notice: loops.backward_forgotten
# source: constructed
# says: In\s+train: loss\.backward\(\)\s+is\s+missing
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(80, 3); y = x @ torch.tensor([[1.], [2.], [3.]])
def train(net, epochs=4):
    optimizer = optim.Adam(net.parameters(), lr=1e-2)
    for _ in range(epochs):
        loss = nn.MSELoss()(net(x), y)
        optimizer.zero_grad()
        optimizer.step()
# %% cell
net = nn.Linear(3, 1)
train(net)
# %% mended
def train(net, epochs=4):
    optimizer = optim.Adam(net.parameters(), lr=1e-2)
    for _ in range(epochs):
        loss = nn.MSELoss()(net(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
net = nn.Linear(3, 1)
train(net)
