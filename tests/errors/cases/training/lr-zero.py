# notice: training.lr_too_small
# source: constructed
# says: learning rate
# says: lr_find
# says: 0
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% cell
learn.fit(2, lr=0)
# %% mended
learn.fit(2, lr=1e-3)
