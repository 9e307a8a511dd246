# rule: fastai1_members.method_not_imported
# source: https://github.com/fastai/fastai/issues/2869
# says: fastai\.callback\.schedule
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
del Learner.fit_one_cycle
# %% fails
learn.fit_one_cycle(1)
# %% mended
learn.fit(1)
