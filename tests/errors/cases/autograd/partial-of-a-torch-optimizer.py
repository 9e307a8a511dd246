# rule: optimizers.opt_func_of_learner
# source: https://github.com/fastai/fastai/issues/2157
# says: in\s+a\s+partial
# says: partial\(OptimWrapper, opt=torch\.optim\.Adam, eps=0\.1\)
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat(), opt_func=partial(torch.optim.Adam, eps=0.1))
# %% fails
learn.fit(1)
# %% mended
learn.opt_func = partial(OptimWrapper, opt=torch.optim.Adam, eps=0.1)
learn.create_opt()
learn.fit(1)
