# rule: autograd_lost.cut_on_the_way
# source: constructed
# says: loss = nn\.functional\.cross_entropy\(net\(x\), kinds\)
# %% before
import torch
from torch import nn
x = torch.randn(12, 5); kinds = torch.randint(0, 3, (12,))
net = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 3))
measure = nn.MSELoss()
# %% fails
def step():
    loss = measure(net(x).argmax(dim=-1).float(), kinds.float())
    loss.backward()
step()
# %% mended
def step():
    loss = nn.functional.cross_entropy(net(x), kinds)
    loss.backward()
step()
