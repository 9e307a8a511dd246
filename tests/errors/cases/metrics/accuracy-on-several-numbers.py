# rule: fastai_metrics.one_label_metric_for_several
# source: constructed
# says: regression
# says: mae
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x[:, :2] * 3
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Linear(4, 2)
# %% fails
learn = Learner(dls, model, loss_func=MSELossFlat(), metrics=accuracy)
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=MSELossFlat(), metrics=accuracy)
learn.metrics = mae
learn.fit_one_cycle(1)
