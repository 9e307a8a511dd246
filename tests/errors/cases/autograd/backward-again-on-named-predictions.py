# rule: autograd_twice.backward_twice
# source: constructed
# says: out = net\(rows\)\s+loss = out\.pow\(2\)\.mean\(\)\s+loss\.backward\(\)
# %% before
import torch
from torch import nn
rows = torch.rand(6, 4)
net = nn.Linear(4, 2)
# %% fails
out = net(rows)
loss = out.pow(2).mean()
loss.backward()
print(net.weight.grad)
loss.backward()
# %% mended
out = net(rows)
loss = out.pow(2).mean()
loss.backward()
print(net.weight.grad)
out = net(rows)
loss = out.pow(2).mean()
loss.backward()
