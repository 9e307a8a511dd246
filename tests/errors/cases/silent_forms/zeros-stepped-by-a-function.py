# notice: zero_weights.zeros_in_two_layers
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x, y = torch.randn(50, 5), torch.randint(0, 2, (50,))
w1, w2 = torch.zeros(5, 12, requires_grad=True), torch.zeros(12, 2, requires_grad=True)
b = torch.zeros(2, requires_grad=True)
weights = [w1, w2, b]
def update(loss):
    loss.backward()
    with torch.no_grad():
        for p in weights:
            p -= 0.1 * p.grad
            p.grad = None
# %% cell
for i in range(4): update(F.cross_entropy((x @ w1).relu() @ w2 + b, y))
