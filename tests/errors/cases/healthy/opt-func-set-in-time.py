# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
other = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
other.fit(1)
# %% cell
learn.opt_func = SGD
learn.fit(1, 1e-2)
other.opt_func = SGD
other.fit(1, 1e-2, reset_opt=True)
