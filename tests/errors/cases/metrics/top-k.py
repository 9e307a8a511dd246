# rule: fastai_metrics.top_k_too_large
# source: constructed
# says: 5 best of 2 classes
# says: partial\(top_k_accuracy, k=1\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=top_k_accuracy)
learn.fit(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=top_k_accuracy)
learn.metrics = partial(top_k_accuracy, k=1)
learn.fit(1)
