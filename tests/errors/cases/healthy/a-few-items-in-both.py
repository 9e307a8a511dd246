# notice: none
# source: constructed
# %% before
import torch, numpy as np
from torch.utils.data import TensorDataset
from fastai.basics import *
x = torch.rand(500, 3); y = (x.sum(1) > 1.5).long()
# %% cell
tiny_train = TensorDataset(x[:20], y[:20])
tiny_valid = TensorDataset(x[:20], y[:20])
train_ds, valid_ds = list(zip(x[:400], y[:400])), list(zip(x[400:], y[400:]))
test_ds = list(zip(x[450:], y[450:]))
dls = DataLoaders.from_dsets(train_ds, valid_ds, bs=50, num_workers=0)
best = x
best = best * 2
canvas = np.zeros((8, 8)); shown = canvas
canvas[2:4] = 1
canvas.sum()
