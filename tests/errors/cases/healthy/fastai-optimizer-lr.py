# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% cell
learn.lr = 1e-2
learn.create_opt()
learn.opt.set_hyper("lr", 1e-3)
