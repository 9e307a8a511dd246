# rule: exchanged_losses.optimizer_for_a_loss
# source: constructed
# says: loss_func=CrossEntropyLossFlat\(\), opt_func=Adam
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
# %% fails
learn = Learner(dls, nn.Linear(4, 3), Adam, CrossEntropyLossFlat())
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat(), opt_func=Adam)
learn.fit(1)
