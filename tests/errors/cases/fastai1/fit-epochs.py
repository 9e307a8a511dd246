# rule: fastai1_arguments.unknown_keyword
# source: constructed
# says: n_epoch=1, lr=0\.1
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.fit(epochs=1, lr=0.1)
# %% mended
learn.fit(n_epoch=1, lr=0.1)
