# rule: losses_binary.sizes
# source: constructed
# says: same shape
# says: unsqueeze
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).float()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
# %% fails
learn = Learner(dls, nn.Linear(4, 1), loss_func=nn.BCEWithLogitsLoss())
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Linear(4, 1), loss_func=nn.BCEWithLogitsLoss())
learn.loss_func = lambda pred, targ: F.binary_cross_entropy_with_logits(pred, targ.unsqueeze(1))
learn.fit(1)
