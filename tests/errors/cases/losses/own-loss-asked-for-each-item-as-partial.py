# rule: losses_of_each_item.asked_for_each_item
# source: constructed
# says: weighted\s+takes\s+no
# says: F\.cross_entropy\(out, y, reduction=reduction\)
# says: learn\.loss_func = partial\(weighted, factor=2\.0\)
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def weighted(out, y, factor=1.0):
    loss = factor * F.cross_entropy(out, y)
    return loss
learn = Learner(dls, net, loss_func=partial(weighted, factor=2.0))
learn.fit(1)
# %% fails
interp = Interpretation.from_learner(learn)
interp.top_losses(3)
# %% mended
def weighted(out, y, factor=1.0, reduction='mean'):
    loss = factor * F.cross_entropy(out, y, reduction=reduction)
    return loss
learn.loss_func = partial(weighted, factor=2.0)
interp = Interpretation.from_learner(learn)
interp.top_losses(3)
