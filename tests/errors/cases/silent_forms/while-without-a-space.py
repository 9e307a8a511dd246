# notice: loops.zero_grad_forgotten_in_function
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 2))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
def train_batch(xb, yb):
    loss = nn.functional.cross_entropy(net(xb), yb)
    loss.backward()
    opt.step()
    return loss.item()
# %% cell
n = 0
while(n < 5):
    train_batch(x, y)
    n += 1
