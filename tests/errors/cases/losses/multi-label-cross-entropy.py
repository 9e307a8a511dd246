# rule: losses.several_labels_with_cross_entropy
# source: https://github.com/fastai/fastbook/issues/266
# says: multi-label
# says: BCEWithLogitsLossFlat
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (torch.rand(64, 3) > 0.5).float()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.fit_one_cycle(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.loss_func = BCEWithLogitsLossFlat()
learn.fit_one_cycle(1)
