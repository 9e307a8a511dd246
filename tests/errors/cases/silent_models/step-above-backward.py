# notice: loops.zero_grad_before_step
# source: constructed
# says: sgd\.step\(\)\s+stands\s+before\s+err\.backward\(\)
# says: first\s+sgd\.zero_grad\(\),\s+then\s+err\.backward\(\),\s+and\s+sgd\.step\(\)\s+after\s+it
# %% before
import torch
from torch import nn
data = [(torch.randn(8, 4), torch.randn(8, 1)) for _ in range(5)]
net = nn.Linear(4, 1)
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
mse = nn.MSELoss()
# %% cell
for x, y in data:
    sgd.zero_grad()
    err = mse(net(x), y)
    sgd.step()
    err.backward()
# %% mended
for x, y in data:
    sgd.zero_grad()
    err = mse(net(x), y)
    err.backward()
    sgd.step()
