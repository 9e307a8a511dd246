# rule: optimizers.opt_func_of_learner
# source: constructed
# says: OptimWrapper
# says: pupil\.create_opt\(\)
# %% before
from fastai.vision.all import *
table = torch.randn(50, 3); kinds = (table[:, 0] > 0).long()
pairs = list(zip(table, kinds))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=8, num_workers=0)
pupil = None
# %% fails
pupil = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), opt_func=torch.optim.RMSprop)
pupil.fit_one_cycle(1, 1e-2)
# %% mended
pupil = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), opt_func=torch.optim.RMSprop)
pupil.opt_func = partial(OptimWrapper, opt=torch.optim.RMSprop)
pupil.create_opt()
pupil.fit_one_cycle(1, 1e-2)
