# rule: losses.class_out_of_range
# source: constructed
# says: nn\.Linear\(8, 3\)
# says: 3 outputs|too small
# %% before
from fastai.vision.all import *
x = torch.randn(60, 4); y = torch.arange(60) % 3
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat())
learn.fit_one_cycle(1)
# %% mended
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat())
learn.fit_one_cycle(1)
