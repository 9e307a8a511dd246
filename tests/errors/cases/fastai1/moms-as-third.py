# rule: fastai1_habits.two_momentums
# source: https://github.com/fastai/fastai_old/issues/36
# says: moms=\(0\.8, 0\.7, 0\.8\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.fit_one_cycle(1, 1e-2, (0.8, 0.7))
# %% mended
learn.fit_one_cycle(1, 1e-2, moms=(0.8, 0.7, 0.8))
