# rule: fits.fit_of_a_model
# source: constructed
# says: ds\s+=\s+list\(zip\(rows,\s+kinds\)\)
# says: CrossEntropyLossFlat
# %% before
import torch
from torch import nn
rows, kinds = torch.randn(50, 4), torch.randint(0, 3, (50,))
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
net.fit(x=rows, y=kinds, epochs=2)
# %% mended
from fastai.vision.all import *
ds = list(zip(rows, kinds)); n = int(0.8 * len(ds))
dls = DataLoaders.from_dsets(ds[:n], ds[n:], bs=8)
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat())
learn.fit_one_cycle(2)
