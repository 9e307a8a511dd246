# notice: steps.parameters_used_up
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Plain:
    def __init__(self, params, lr): self.params, self.lr = params, lr
    def step(self):
        for p in self.params: p.data -= self.lr * p.grad.data
    def zero_grad(self):
        for p in self.params: p.grad = None
model = nn.Linear(4, 1)
tuner = Plain(model.parameters(), 0.1)
x, y = torch.randn(20, 4), torch.randn(20, 1)
def batch_loss(xb, yb): return F.mse_loss(model(xb), yb)
def change(loss):
    loss.backward()
    tuner.step()
def forget():
    tuner.zero_grad()
# %% cell
for i in range(3):
    change(batch_loss(x, y))
    forget()
