# notice: cut_graphs.outputs_cut_off
# source: constructed
# %% before
from fastai.vision.all import *

import torch
from torch import nn
import torch.nn.functional as F
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.head = nn.Linear(4, 3)
    def forward(self, x):
        out = self.conv(x).mean((2, 3))
        return self.head(out.detach())

x, y = torch.rand(16, 1, 8, 8), torch.randint(0, 3, (16,))
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:8], ds[8:], bs=4, num_workers=0)
learn = Learner(dls, Small(), loss_func=CrossEntropyLossFlat())
# %% cell
learn.fit(1)
