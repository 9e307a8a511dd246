# rule: fastai_metrics.roc_auc_of_the_other_kind
# source: constructed
# says: RocAuc\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(60, 4); y = torch.arange(60) % 3
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=RocAucBinary())
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=RocAuc())
learn.fit_one_cycle(1)
