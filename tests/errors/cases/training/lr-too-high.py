# notice: training.diverged
# source: https://github.com/fastai/fastai/issues/941
# says: nan|inf|explod|diverg
# says: learning rate
# says: lr=100
# says: lr_find
# %% before
from fastai.vision.all import *
x = torch.randn(128, 4)
y = x @ torch.tensor([[1.], [2.], [3.], [4.]])
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:96], ds[96:], bs=16, num_workers=0)
def net(): return nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
learn = Learner(dls, net(), loss_func=MSELossFlat(), opt_func=SGD)
# %% cell
learn.fit(4, lr=100)
# %% mended
learn = Learner(dls, net(), loss_func=MSELossFlat(), opt_func=SGD)
learn.fit(4, lr=1e-3)
