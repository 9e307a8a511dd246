# rule: losses_of_each_item.asked_for_each_item
# source: constructed
# says: lambda
# says: learn\.loss_func = lambda p, t, reduction='mean': F\.cross_entropy\(p, t, reduction=reduction\)
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% before
learn = Learner(dls, net,
                loss_func=lambda p, t: F.cross_entropy(p, t))
# %% fails
out = learn.get_preds(ds_idx=0, with_loss=True)
# %% mended
learn.loss_func = lambda p, t, reduction='mean': F.cross_entropy(p, t, reduction=reduction)
out = learn.get_preds(ds_idx=0, with_loss=True)
