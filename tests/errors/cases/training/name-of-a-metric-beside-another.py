# rule: fastai_metrics_given.not_callable
# source: constructed
# says: learn\.metrics = \[accuracy, error_rate\]
# %% before
from fastai.basics import *
from fastai.metrics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat(), metrics=[accuracy, 'error_rate'])
# %% fails
learn.fit(1)
# %% mended
learn.metrics = [accuracy, error_rate]
learn.fit(1)
