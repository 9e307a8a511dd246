# rule: fastai_metrics.several_label_metric_for_one
# source: constructed
# says: single label
# says: learn\.metrics = accuracy
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=partial(accuracy_multi, thresh=0.5))
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=partial(accuracy_multi, thresh=0.5))
learn.metrics = accuracy
learn.fit_one_cycle(1)
