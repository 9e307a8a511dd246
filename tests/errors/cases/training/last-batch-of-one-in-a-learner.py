# rule: batch_and_heads.batch_norm_of_one
# source: https://github.com/mgrankin/fast_tabnet/issues/3
# says: learn\.dls\.train\.drop_last = True
# %% before
from fastai.basics import *
X, y = torch.rand(33, 4), torch.randint(0, 3, (33,))
ds = list(zip(X, y))
dls = DataLoaders(DataLoader(ds, bs=16, shuffle=True), DataLoader(ds[:16], bs=16))
net = nn.Sequential(nn.Linear(4, 6), nn.BatchNorm1d(6), nn.Linear(6, 3))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit(1)
# %% mended
learn.dls.train.drop_last = True
learn.fit(1)
