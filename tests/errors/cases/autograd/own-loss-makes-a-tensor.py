# rule: autograd_lost.cut_on_the_way
# source: constructed
# says: tensor
# says: record
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% fails
def my_loss(pred, targ):
    return torch.tensor(float((pred - targ).abs().mean()))
learn = Learner(dls, model, loss_func=my_loss)
learn.fit(1)
# %% mended
def my_loss(pred, targ):
    return (pred - targ).abs().mean()
learn = Learner(dls, model, loss_func=my_loss)
learn.fit(1)
