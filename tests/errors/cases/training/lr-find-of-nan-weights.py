# rule: rates_of_nan.no_loss_left
# source: constructed
# says: weights of learn\.model are NaN
# %% before
from fastai.vision.all import *
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=12, num_workers=0)
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
with torch.no_grad(): learn.model.weight.fill_(float('nan'))
# %% fails
learn.lr_find()
