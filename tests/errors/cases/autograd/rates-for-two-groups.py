# rule: fits.more_rates_than_groups
# source: constructed
# says: slice\(1e-05, 0\.001\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def splitter(m): return [params(m[0]), params(m[2])]
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), splitter=splitter)
# %% fails
learn.fit(1, [1e-5, 1e-4, 1e-3])
# %% mended
learn.fit(1, slice(1e-05, 0.001))
