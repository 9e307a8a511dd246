# rule: fastai_metrics_given.was_called
# source: constructed
# says: metrics=\[error_rate, accuracy, F1Score\(\)\]
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
# %% fails
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), metrics=[error_rate(), accuracy(), F1Score()])
# %% mended
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), metrics=[error_rate, accuracy, F1Score()])
