# notice: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(80, 3); y = x @ torch.tensor([[1.], [2.], [3.]])
def one_step(model, opt):
    loss = F.mse_loss(model(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
    return loss
def fit(model, opt, epochs):
    for epoch in range(epochs):
        loss = one_step(model, opt)
    return loss.item()
def check_all(model, opt):
    for _ in range(2):
        loss = F.mse_loss(model(x), y)
    return loss.item()
# %% cell
lin = nn.Linear(3, 1)
opt = optim.SGD(lin.parameters(), 0.1)
before = check_all(lin, opt)
last = fit(lin, opt, 4)
