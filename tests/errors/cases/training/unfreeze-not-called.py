# notice: training.not_called
# source: constructed
# says: learn\.unfreeze\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% cell
learn.unfreeze
learn.fit_one_cycle(1, 1e-3)
# %% mended
learn.unfreeze()
learn.fit_one_cycle(1, 1e-3)
