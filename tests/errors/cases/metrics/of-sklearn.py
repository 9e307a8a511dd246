# rule: fastai_metrics_given.of_sklearn
# source: constructed
# says: sklearn
# says: F1Score\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
from sklearn.metrics import f1_score
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[accuracy, f1_score])
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[accuracy, f1_score])
learn.metrics = [accuracy, F1Score()]
learn.fit_one_cycle(1)
