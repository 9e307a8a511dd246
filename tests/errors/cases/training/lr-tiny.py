# notice: training.lr_too_small
# source: constructed
# says: 1e-09
# says: small
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% cell
learn.fit_one_cycle(2, 1e-9)
# %% mended
learn.fit_one_cycle(2, 1e-2)
