# rule: fastai_metrics_given.not_callable
# source: constructed
# says: result of a metric
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
xb, yb = dls.one_batch()
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=accuracy(model(xb), yb))
learn.fit(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.metrics = [accuracy, error_rate]
learn.fit(1)
