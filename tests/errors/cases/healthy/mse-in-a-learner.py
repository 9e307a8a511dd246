# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:48], ds[48:], bs=16, num_workers=0)
# %% cell
learn = Learner(dls, nn.Linear(4, 1), loss_func=nn.MSELoss(), metrics=rmse)
learn.fit(1, 1e-2)
