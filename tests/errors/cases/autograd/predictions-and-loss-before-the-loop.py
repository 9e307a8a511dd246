# rule: autograd_twice.backward_twice
# source: https://stackoverflow.com/questions/46774641
# says: before the\s+loop
# says: for step in range\(4\):\s+guess = net\(rows\)\s+gap = \(guess - wanted\)\.abs\(\)\.mean\(\)\s+sgd\.zero_grad
# %% before
import torch
from torch import nn
rows = torch.randn(12, 3); wanted = rows.sum(1, keepdim=True)
net = nn.Sequential(nn.Linear(3, 6), nn.Tanh(), nn.Linear(6, 1))
sgd = torch.optim.SGD(net.parameters(), lr=0.05)
# %% fails
guess = net(rows)
gap = (guess - wanted).abs().mean()
for step in range(4):
    sgd.zero_grad()
    gap.backward()
    sgd.step()
# %% mended
for step in range(4):
    guess = net(rows)
    gap = (guess - wanted).abs().mean()
    sgd.zero_grad()
    gap.backward()
    sgd.step()
