# rule: fastai_metrics.one_label_metric_for_several
# source: constructed
# says: F1ScoreMulti\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (torch.rand(64, 3) > 0.5).float()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
learn = Learner(dls, model, loss_func=BCEWithLogitsLossFlat(), metrics=F1Score())
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=BCEWithLogitsLossFlat(), metrics=F1ScoreMulti())
learn.fit_one_cycle(1)
