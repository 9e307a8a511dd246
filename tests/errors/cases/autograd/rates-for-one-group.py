# rule: fits.more_rates_than_groups
# source: constructed
# says: 3 values
# says: group
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit_one_cycle(1, lr_max=[1e-5, 1e-4, 1e-3])
# %% mended
learn.fit_one_cycle(1, lr_max=0.001)
