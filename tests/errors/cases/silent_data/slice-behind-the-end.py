# notice: held_out.empty_part
# source: constructed
# says: no\s+validation\s+set
# says: 800:
# %% before
from fastai.basics import *
x = torch.rand(700, 4); y = (x.sum(1) > 2).long()
pairs = list(zip(x, y))
# %% cell
train_ds, valid_ds = pairs[:800], pairs[800:]
valid_part = pairs[800:]
dls = DataLoaders.from_dsets(train_ds, valid_part, bs=50, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=F.cross_entropy)
learn.fit(1)
# %% mended
train_ds, valid_part = pairs[:600], pairs[600:]
dls = DataLoaders.from_dsets(train_ds, valid_part, bs=50, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=F.cross_entropy)
learn.fit(1)
