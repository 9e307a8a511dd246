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
def init_params(size, std=1.0): return (torch.randn(size)*std).requires_grad_()
weights = init_params((28*28, 1)); bias = init_params(1)
def linear1(xb): return xb@weights + bias
def mnist_loss(predictions, targets):
    predictions = predictions.sigmoid()
    return torch.where(targets==1, 1-predictions, predictions).mean()
def calc_grad(xb, yb, model):
    preds = model(xb)
    loss = mnist_loss(preds, yb)
    loss.backward()
def train_epoch(model, lr, params):
    for xb, yb in dl:
        calc_grad(xb, yb, model)
        for p in params:
            p.data -= p.grad*lr
            p.grad.zero_()
def batch_accuracy(xb, yb):
    preds = xb.sigmoid()
    correct = (preds>0.5) == yb
    return correct.float().mean()
def validate_epoch(model):
    accs = [batch_accuracy(model(xb), yb) for xb, yb in valid_dl]
    return round(torch.stack(accs).mean().item(), 4)
lr = 1.
params = weights, bias
for i in range(3):
    train_epoch(linear1, lr, params)
    print(validate_epoch(linear1), end=' ')
