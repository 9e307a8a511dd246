# rule: optimizers.opt_func_of_learner
# source: constructed
# says: which\s+make_opt\s+makes
# says: OptimWrapper\(opt=make_opt\(params, \*\*kw\)\)
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
def make_opt(params, lr): return torch.optim.SGD(params, lr=lr, momentum=0.9)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat(), opt_func=make_opt)
# %% fails
learn.fit(1)
# %% mended
learn.opt_func = lambda params, **kw: OptimWrapper(opt=make_opt(params, **kw))
learn.create_opt()
learn.fit(1)
