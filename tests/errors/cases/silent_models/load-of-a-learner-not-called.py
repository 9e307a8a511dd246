# notice: training.not_called
# source: constructed
# says: learn\.load\('first-try'\)
# %% before
from fastai.vision.all import *
x = torch.rand(40, 4); rows = list(zip(x, (x.sum(1) > 2).long()))
dls = DataLoaders.from_dsets(rows[:30], rows[30:], bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=F.cross_entropy, metrics=accuracy)
learn.fit(1)
learn.save("first-try")
# %% cell
learn = Learner(dls, nn.Linear(4, 2), loss_func=F.cross_entropy, metrics=accuracy)
learn.load
# %% mended
learn = Learner(dls, nn.Linear(4, 2), loss_func=F.cross_entropy, metrics=accuracy)
learn.load('first-try')
