# rule: fastai_metrics.classes_metric_for_numbers
# source: constructed
# says: regression
# says: rmse
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% fails
learn = Learner(dls, model, loss_func=MSELossFlat(), metrics=F1Score())
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=MSELossFlat(), metrics=F1Score())
learn.metrics = rmse
learn.fit_one_cycle(1)
