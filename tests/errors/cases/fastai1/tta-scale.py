# rule: fastai1_arguments.unknown_keyword
# source: constructed
# says: learn\.tta\(ds_idx=1\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.tta(ds_type=1, scale=1.2)
# %% mended
learn.tta
