# rule: fastai1_arguments.unknown_keyword
# source: https://github.com/fastai/course-v3
# says: lr_max=slice\(1e-06, 0\.0001\)
# says: fastai 1
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.fit_one_cycle(1, max_lr=slice(1e-6, 1e-4))
# %% mended
learn.fit_one_cycle(1, lr_max=slice(1e-06, 0.0001))
