# notice: steps.parameters_used_up
# source: https://forums.fast.ai/t/lesson-9-discussion-wiki-2019/42378
# says: weights
# says: generator
# says: list\(
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(48, 3); target = (rows.sum(1) > 0).long()
batches = [(rows[i:i+12], target[i:i+12]) for i in range(0, 48, 12)]
# %% before
class MySGD:
    def __init__(self, weights, lr=0.1):
        self.weights = weights
        self.lr = lr
    def step(self):
        with torch.no_grad():
            for w in self.weights: w -= self.lr * w.grad
    def zero_grad(self):
        for w in self.weights: w.grad.zero_()
# %% before
net = nn.Linear(3, 2)
sgd = MySGD(net.parameters())
# %% cell
for xb, yb in batches:
    loss = F.cross_entropy(net(xb), yb)
    loss.backward()
    sgd.step()
    sgd.zero_grad()
# %% mended
sgd.weights = list(net.parameters())
for xb, yb in batches:
    loss = F.cross_entropy(net(xb), yb)
    loss.backward()
    sgd.step()
    sgd.zero_grad()
