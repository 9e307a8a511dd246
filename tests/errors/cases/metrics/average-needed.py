# rule: fastai_metrics.average_needed
# source: https://stackoverflow.com/questions/52269187
# says: average
# says: macro
# %% before
from fastai.vision.all import *
x = torch.randn(60, 4); y = torch.arange(60) % 3
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[accuracy, F1Score()])
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[accuracy, F1Score()])
learn.metrics = [accuracy, F1Score(average="macro")]
learn.fit_one_cycle(1)
