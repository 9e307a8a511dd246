# rule: freezing.number_of_groups
# source: constructed
# says: freeze_to\(-2\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), 1)] * 8
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 4), nn.Linear(4, 2))
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m[0]), params(m[1]), params(m[2])])
# %% fails
learn.freeze_to()
# %% mended
learn.freeze_to(-2)
