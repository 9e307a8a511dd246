# rule: arguments_elsewhere.metrics_of_validate
# source: https://github.com/fastai/fastai/issues/2213
# says: learn\.metrics = \[accuracy, error_rate\]
# says: learn\.validate\(dl=dls\.valid\)
# %% before
from fastai.basics import *
from fastai.metrics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat())
# %% fails
learn.validate(dls.valid, metrics=[accuracy, error_rate])
# %% mended
learn.metrics = [accuracy, error_rate]
learn.validate(dl=dls.valid)
