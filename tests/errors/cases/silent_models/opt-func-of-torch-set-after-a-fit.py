# notice: kept_optimizers.opt_func_too_late
# source: constructed
# says: learn\.create_opt\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
# %% cell
learn.opt_func = partial(OptimWrapper, opt=torch.optim.RMSprop)
learn.fit(1, 1e-3)
# %% mended
learn.opt_func = partial(OptimWrapper, opt=torch.optim.RMSprop)
learn.create_opt()
learn.fit(1, 1e-3)
