# rule: losses.outputs_do_not_match
# source: constructed
# says: 3 outputs|as many outputs
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (torch.rand(64, 3) > 0.5).float()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
net = nn.Linear(4, 2)
learn = Learner(dls, net, loss_func=BCEWithLogitsLossFlat())
learn.fit(1)
# %% mended
net = nn.Linear(4, 3)
learn = Learner(dls, net, loss_func=BCEWithLogitsLossFlat())
learn.fit(1)
