# rule: batch_and_heads.batch_norm_of_one
# source: constructed
# says: dls = DataLoaders\.from_dsets\(ds, ds, num_workers=0, bs=8\)
# says: learn\.dls = dls
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), i % 2) for i in range(16)]
n = 1
# %% fails
dls = DataLoaders.from_dsets(ds, ds, num_workers=0, bs=n)
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss())
learn.fit(1)
# %% mended
dls = DataLoaders.from_dsets(ds, ds, num_workers=0, bs=n)
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss())
dls = DataLoaders.from_dsets(ds, ds, num_workers=0, bs=8)
learn.dls = dls
learn.fit(1)
