# rule: fits.rate_is_no_number
# source: constructed
# says: lr_find\(\)\.valley
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit_one_cycle(1, learn.lr_find)
# %% mended
lr = learn.lr_find().valley
learn.fit_one_cycle(1, lr)
