# rule: fastai_metrics_given.returns_nothing
# source: constructed
# says: None
# says: return
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
def right(pred, targ):
    print((pred.argmax(1) == targ).float().mean())
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=right)
learn.fit(1)
# %% mended
def right(pred, targ):
    return (pred.argmax(dim=-1) == targ).float().mean()
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=right)
learn.fit(1)
