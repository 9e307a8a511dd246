# rule: fastai_metrics_given.was_called
# source: constructed
# says: metrics=rmse
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% fails
learn = Learner(dls, model, loss_func=MSELossFlat(), metrics=rmse())
# %% mended
learn = Learner(dls, model, loss_func=MSELossFlat(), metrics=rmse)
