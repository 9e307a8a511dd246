# notice: models.softmax_layer_over_the_batch
# source: constructed
# %% before
import torch
from torch import nn
def made(): return nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=0))
# %% cell
net = made()
