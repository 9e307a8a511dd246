# rule: losses.outputs_do_not_match
# source: https://github.com/fastai/fastai/issues/3193
# says: nn\.Linear\(8, 1\)
# says: 2 numbers
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% fails
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, net, loss_func=MSELossFlat())
learn.fit(1)
# %% mended
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
learn = Learner(dls, net, loss_func=MSELossFlat())
learn.fit(1)
