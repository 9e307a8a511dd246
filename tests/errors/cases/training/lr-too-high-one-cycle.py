# notice: training.diverged
# source: constructed
# says: learning rate
# says: explod|diverg
# %% before
from fastai.vision.all import *
x = torch.randn(128, 4)
y = x @ torch.tensor([[1.], [2.], [3.], [4.]])
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:96], ds[96:], bs=16, num_workers=0)
def net(): return nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
learn = Learner(dls, net(), loss_func=MSELossFlat(), opt_func=SGD)
# %% cell
learn.fit_one_cycle(5, lr_max=10.)
# %% mended
learn = Learner(dls, net(), loss_func=MSELossFlat())
learn.fit_one_cycle(5, lr_max=1e-3)
