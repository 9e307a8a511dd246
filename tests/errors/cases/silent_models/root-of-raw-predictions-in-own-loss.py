# notice: training.diverged
# source: constructed
# says: is\s+not\s+the\s+cause
# says: torch\.sqrt\(F\.softplus\(preds\)\s+\+\s+1e-6\)
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = x.abs().sum(1, keepdim=True)
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:60], ds[60:], bs=20, num_workers=0)
def root_loss(preds, targs):
    return F.l1_loss(torch.sqrt(preds), torch.sqrt(targs))
# %% cell
learn = Learner(dls, nn.Linear(4, 1), loss_func=root_loss)
learn.fit(1, 1e-3)
# %% mended
def root_loss(preds, targs):
    return F.l1_loss(torch.sqrt(F.softplus(preds) + 1e-6), torch.sqrt(targs))
learn = Learner(dls, nn.Linear(4, 1), loss_func=root_loss)
learn.fit(1, 1e-3)
