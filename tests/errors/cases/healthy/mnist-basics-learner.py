# notice: none
# source: fastbook, chapter 4
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from fastai.vision.all import *
train_x = torch.rand(120, 28*28); train_y = torch.tensor([1]*60 + [0]*60).unsqueeze(1)
valid_x = torch.rand(40, 28*28); valid_y = torch.tensor([1]*20 + [0]*20).unsqueeze(1)
dset = list(zip(train_x, train_y)); valid_dset = list(zip(valid_x, valid_y))
dl = DataLoader(dset, batch_size=32); valid_dl = DataLoader(valid_dset, batch_size=32)
# %% cell
def mnist_loss(predictions, targets):
    predictions = predictions.sigmoid()
    return torch.where(targets==1, 1-predictions, predictions).mean()
def batch_accuracy(xb, yb): return ((xb.sigmoid()>0.5) == yb).float().mean()
dls = DataLoaders(dl, valid_dl)
learn = Learner(dls, nn.Linear(28*28, 1), opt_func=SGD, loss_func=mnist_loss, metrics=batch_accuracy)
learn.fit(2, lr=1.)
simple_net = nn.Sequential(nn.Linear(28*28, 30), nn.ReLU(), nn.Linear(30, 1))
learn = Learner(dls, simple_net, opt_func=SGD, loss_func=mnist_loss, metrics=batch_accuracy)
learn.fit(2, 0.1)
plt.plot(L(learn.recorder.values).itemgot(2));
