# rule: arguments_elsewhere.metrics_of_validate
# source: constructed
# says: loss, acc = learn\.validate\(\)
# %% before
from fastai.basics import *
from fastai.metrics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat())
# %% fails
loss, acc = learn.validate(metrics=accuracy)
# %% mended
learn.metrics = accuracy
loss, acc = learn.validate()
