# rule: freezing.number_of_groups
# source: constructed
# says: learn\.freeze_to\(n\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), 1)] * 8
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 2))
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m[0]), params(m[2]), params(m[4])])
# %% fails
for n in (-1, -2):
    learn.freeze(n)
    learn.fit(1)
# %% mended
for n in (-1, -2):
    learn.freeze_to(n)
    learn.fit(1)
