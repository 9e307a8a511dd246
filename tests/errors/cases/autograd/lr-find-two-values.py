# rule: fits.lr_find_gives_one
# source: constructed
# says: valley
# says: suggest_funcs=\(minimum, steep\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% fails
lr_min, lr_steep = learn.lr_find()
# %% mended
lr_min, lr_steep = learn.lr_find(suggest_funcs=(minimum, steep))
