# notice: causal_masks.hides_a_whole_row
# source: constructed
# %% before
from fastai.vision.all import *

import torch
from torch import nn
class Head(nn.Module):
    @torch.no_grad()
    def weigh(self): pass
    def __init__(self):
        super().__init__()
        self.q, self.k = nn.Linear(4, 4), nn.Linear(4, 4)
        self.register_buffer('tri', torch.tril(torch.ones(6, 6)))
    def forward(self, x):
        w = self.q(x) @ self.k(x).transpose(1, 2)
        w = w.masked_fill(self.tri == 1, float('-inf'))
        return w.softmax(-1)
x = torch.randn(2, 6, 4)
def run(h, x): return h(x)
x = torch.randn(2, 6, 4)
ds = list(zip(x, x))
dls = DataLoaders.from_dsets(ds, ds, bs=2, num_workers=0)
# %% cell
learn = Learner(dls, Head(), loss_func=lambda a, b: a.sum())
print(learn.loss_func)
