# rule: callbacks.no_callback
# source: constructed
# says: every
# says: cbs=Say\(every=
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Say(Callback):
    def __init__(self, every): self.every = every
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Say)
learn.fit(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Say(every=2))
learn.fit(1)
