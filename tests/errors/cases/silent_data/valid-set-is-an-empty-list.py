# notice: nothing_held_out.none_held_out
# source: constructed
# says: held\s+holds\s+no\s+items
# says: rows,\s+held\s+=\s+torch\.utils\.data\.random_split\(rows,\s+\[0\.8,\s+0\.2\]\)
# %% before
from fastai.vision.all import *
x = torch.rand(40, 4)
rows = list(zip(x, (x.sum(1) > 2).long()))
held = [one for one in rows if one[1] > 1]
# %% cell
dls = DataLoaders.from_dsets(rows, held, bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=F.cross_entropy, metrics=accuracy)
learn.fit(2, 0.1)
# %% mended
rows, held = torch.utils.data.random_split(rows, [0.8, 0.2])
dls = DataLoaders.from_dsets(rows, held, bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=F.cross_entropy, metrics=accuracy)
learn.fit(2, 0.1)
