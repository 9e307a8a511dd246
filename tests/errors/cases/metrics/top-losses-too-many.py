# rule: fastai_metrics_called.more_losses_than_items
# source: constructed
# says: 64 items
# says: top_losses\(64\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
interp = Interpretation.from_learner(learn)
# %% fails
interp.top_losses(100)
# %% mended
interp.top_losses(64)
