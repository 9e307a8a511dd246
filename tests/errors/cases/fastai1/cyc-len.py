# rule: fastai1_arguments.unknown_keyword
# source: https://github.com/fastai/fastai_old/issues/36
# says: n_epoch=1, lr_max=0\.001, div=20
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.fit_one_cycle(cyc_len=1, max_lr=1e-3, div_factor=20)
# %% mended
learn.fit_one_cycle(n_epoch=1, lr_max=0.001, div=20)
