# notice: forwards.activation_before_the_loss
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(24, 5); kinds = torch.randint(0, 3, (24,))
class Sorter(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner, self.last = nn.Linear(5, 8), nn.Linear(8, 3)
    def forward(self, x):
        return F.softmax(self.last(F.relu(self.inner(x))), dim=1)
crit = nn.CrossEntropyLoss()
ce = F.cross_entropy

from fastai.vision.all import *
ds = list(zip(rows, kinds)); dls = DataLoaders.from_dsets(ds[:16], ds[16:], bs=8, num_workers=0)
def build(): return Learner(dls, Sorter(), loss_func=nn.CrossEntropyLoss())
# %% cell
learn = build()
learn.fine_tune(1)
