# notice: unpacked.in_another_order
# source: constructed
# says: preds, targs in place of\s+targs, preds
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% cell
targs, preds = learn.get_preds()
# %% mended
preds, targs = learn.get_preds()
