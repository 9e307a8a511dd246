# rule: metrics_returned.number_for_each_item
# source: constructed
# says: hits
# says: return right\.float\(\)\.mean\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(28, 3); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
def hits(out, want):
    right = out.argmax(dim=1) == want
    return right

learn = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), metrics=hits)
learn.fit(1)
# %% mended
def hits(out, want):
    right = out.argmax(dim=1) == want
    return right.float().mean()

learn = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), metrics=hits)
learn.fit(1)
