# rule: losses_given.not_inferred
# source: https://github.com/fastai/fastai/issues/3514
# says: loss_func=CrossEntropyLossFlat\(\)
# says: could not be inferred
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
learn = Learner(dls, model, metrics=accuracy)
# %% mended
learn = Learner(dls, model, metrics=accuracy, loss_func=CrossEntropyLossFlat())
