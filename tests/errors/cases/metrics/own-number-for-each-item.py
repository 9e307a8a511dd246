# rule: metrics_returned.number_for_each_item
# source: constructed
# says: squared_gap
# says: \(8, 1\)
# says: return \(\(out - want\) \*\* 2\)\.mean\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(28, 3); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
def squared_gap(out, want):
    return (out - want) ** 2

learn = Learner(dls, nn.Linear(3, 1), loss_func=MSELossFlat(), metrics=[mae, squared_gap])
learn.fit(1)
# %% mended
def squared_gap(out, want):
    return ((out - want) ** 2).mean()

learn = Learner(dls, nn.Linear(3, 1), loss_func=MSELossFlat(), metrics=[mae, squared_gap])
learn.fit(1)
