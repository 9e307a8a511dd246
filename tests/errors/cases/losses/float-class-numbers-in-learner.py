# rule: losses.target_is_not_long
# source: constructed
# says: long
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).float()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
# %% fails
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
learn.loss_func = lambda pred, targ: F.cross_entropy(pred, targ.long())
learn.fit(1)
