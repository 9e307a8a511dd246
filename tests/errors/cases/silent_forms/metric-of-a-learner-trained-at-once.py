# notice: single_maxima.of_a_metric
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
def right(preds, targs): return (preds.argmax() == targs).float().mean()
def trained(dls):
    learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), metrics=right)
    learn.fit(1)
    return dict(learn=learn)['learn']
# %% cell
job = trained(dls)
