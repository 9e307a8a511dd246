# notice: loops.zero_grad_before_step
# source: constructed
# %% before
import torch, sys
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 2))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
open('mytrain.py', 'w').write('''
import torch
def train_batch(net, opt, xb, yb):
    loss = torch.nn.functional.cross_entropy(net(xb), yb)
    loss.backward()
    opt.zero_grad()
    opt.step()
    return loss.item()
''')
sys.path.insert(0, '.')
# %% cell
from mytrain import train_batch
for i in range(3):
    train_batch(net, opt, x, y)
