# notice: none
# source: fastbook, chapter 4
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader
train_x = torch.rand(120, 28*28); train_y = torch.tensor([1]*60 + [0]*60).unsqueeze(1)
valid_x = torch.rand(40, 28*28); valid_y = torch.tensor([1]*20 + [0]*20).unsqueeze(1)
dset = list(zip(train_x, train_y)); valid_dset = list(zip(valid_x, valid_y))
dl = DataLoader(dset, batch_size=32); valid_dl = DataLoader(valid_dset, batch_size=32)
# %% cell
linear_model = nn.Linear(28*28, 1)
class BasicOptim:
    def __init__(self, params, lr): self.params, self.lr = list(params), lr
    def step(self, *args, **kwargs):
        for p in self.params: p.data -= p.grad.data * self.lr
    def zero_grad(self, *args, **kwargs):
        for p in self.params: p.grad = None
opt = BasicOptim(linear_model.parameters(), 1.)
def mnist_loss(predictions, targets):
    predictions = predictions.sigmoid()
    return torch.where(targets==1, 1-predictions, predictions).mean()
def train_epoch(model):
    for xb, yb in dl:
        loss = mnist_loss(model(xb), yb)
        loss.backward()
        opt.step()
        opt.zero_grad()
for i in range(2): train_epoch(linear_model)
