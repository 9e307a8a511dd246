# rule: layers.channels
# source: https://discuss.pytorch.org/t/runtimeerror-given-groups-1-weight-of-size-64-3-7-7-expected-input-3-1-224-224-to-have-3-channels-but-got-1-channels-instead/30153
# says: 1
# says: n_in=1
# %% before
from fastai.vision.all import *
ds = [(torch.rand(1, 16, 16), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2))
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit_one_cycle(1)
# %% mended
net[0] = nn.Conv2d(1, 8, 3)
learn.fit_one_cycle(1)
