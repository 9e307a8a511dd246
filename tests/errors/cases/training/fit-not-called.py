# notice: training.not_called
# source: constructed
# says: learn\.fit\(\)|fit
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% cell
learn.fit_one_cycle
# %% mended
learn.fit_one_cycle(1)
