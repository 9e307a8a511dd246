# rule: fastai_metrics_called.called_with
# source: constructed
# says: 5 predictions for 16 targets
# says: get_preds
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
xb, yb = dls.one_batch()
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
preds = model(xb)[:5]
# %% fails
accuracy(preds, yb)
# %% mended
preds, targs = learn.get_preds()
accuracy(preds, targs)
