# rule: losses.target_is_one_hot
# source: constructed
# says: one-hot
# says: argmax\(dim=1\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = F.one_hot((x.sum(1) > 0).long()).float()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit(1, 1e-2)
# %% mended
learn.loss_func = lambda pred, targ: F.cross_entropy(pred, targ.argmax(dim=1))
learn.fit(1, 1e-2)
