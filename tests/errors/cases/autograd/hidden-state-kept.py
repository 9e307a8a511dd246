# rule: autograd_twice.backward_twice
# source: https://discuss.pytorch.org/t/runtimeerror-trying-to-backward-through-the-graph-a-second-time-but-the-buffers-have-already-been-freed-specify-retain-graph-true-when-calling-backward-the-first-time/6795
# says: self\.h
# says: In Recurrent, keep the numbers
# says: out = self\.out\(self\.h\)\n\s*self\.h = self\.h\.detach\(\)\n\s*return out
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
# %% fails
class Recurrent(Module):
    def __init__(self):
        self.lin, self.out = nn.Linear(4, 4), nn.Linear(4, 1)
        self.h = 0
    def forward(self, x):
        self.h = torch.tanh(self.lin(x) + self.h)
        return self.out(self.h)
learn = Learner(dls, Recurrent(), loss_func=MSELossFlat())
learn.fit_one_cycle(1, 1e-3)
# %% mended
class Recurrent(Module):
    def __init__(self):
        self.lin, self.out = nn.Linear(4, 4), nn.Linear(4, 1)
        self.h = 0
    def forward(self, x):
        self.h = torch.tanh(self.lin(x) + self.h)
        out = self.out(self.h)
        self.h = self.h.detach()
        return out
learn = Learner(dls, Recurrent(), loss_func=MSELossFlat())
learn.fit_one_cycle(1, 1e-3)
