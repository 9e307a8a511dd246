# rule: losses_given.wrong_parameters
# source: constructed
# says: metric
# says: predictions and the targets
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
def how_sure(pred): return pred.softmax(1).max(1)[0].mean()
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=how_sure)
learn.fit(1)
# %% mended
def how_sure(pred, targ): return pred.softmax(1).max(1)[0].mean()
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=how_sure)
learn.fit(1)
