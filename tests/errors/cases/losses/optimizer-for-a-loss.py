# rule: exchanged_losses.optimizer_for_a_loss
# source: https://github.com/fastai/fastai/issues/3668
# says: got\s+an\s+optimizer\s+as\s+its\s+loss\s+function
# says: loss_func=CrossEntropyLossFlat\(\), opt_func=opt_func
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
def opt_func(params, **kwargs): return OptimWrapper(params, torch.optim.AdamW, **kwargs)
learn = Learner(dls, nn.Linear(4, 3), loss_func=opt_func)
# %% fails
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat(), opt_func=opt_func)
learn.fit(1)
