# rule: fastai_metrics.several_label_metric_for_one
# source: constructed
# says: F1ScoreMulti
# says: F1Score\(average="macro"\)
# %% before
from fastai.vision.all import *
x = torch.randn(60, 4); y = torch.arange(60) % 3
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[error_rate, F1ScoreMulti()])
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[error_rate, F1ScoreMulti()])
learn.metrics = [error_rate, F1Score(average="macro")]
learn.fit_one_cycle(1)
