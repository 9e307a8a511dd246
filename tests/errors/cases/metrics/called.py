# rule: fastai_metrics_given.was_called
# source: constructed
# says: metrics=accuracy
# says: not called
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=accuracy())
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
