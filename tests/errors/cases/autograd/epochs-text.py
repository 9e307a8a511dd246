# rule: fits.epochs_are_no_whole_number
# source: constructed
# says: whole\s+number
# says: learn\.fit\(int\(n\)\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
n = '2'
# %% fails
learn.fit(n)
# %% mended
learn.fit(int(n))
