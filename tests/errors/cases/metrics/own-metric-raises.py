# rule: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
def mine(pred, targ): raise ValueError('not today')
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=mine)
learn.fit(1)
