# rule: fastai_metrics_given.was_called
# source: constructed
# says: partial\(accuracy_multi, thresh=0\.2\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (torch.rand(64, 3) > 0.5).float()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
learn = Learner(dls, model, loss_func=BCEWithLogitsLossFlat(), metrics=accuracy_multi(thresh=0.2))
# %% mended
learn = Learner(dls, model, loss_func=BCEWithLogitsLossFlat(), metrics=partial(accuracy_multi, thresh=0.2))
