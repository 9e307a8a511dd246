# rule: not rates_of_nan.no_loss_left
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=12, num_workers=0)
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.lr_find(num_it=3)
