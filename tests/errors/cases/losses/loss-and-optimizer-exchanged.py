# rule: exchanged_losses.optimizer_for_a_loss
# source: constructed
# says: loss_func=MSELossFlat\(\), opt_func=SGD
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.rand(24, 1)
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
# %% fails
learn = Learner(dls, nn.Linear(4, 1), loss_func=SGD)
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Linear(4, 1), loss_func=MSELossFlat(), opt_func=SGD)
learn.fit(1)
