# notice: linear_in_a_row.no_activation_between
# source: constructed
# says: nn\.Linear\(32,\s+20\)\s+is\s+followed\s+by\s+nn\.Linear\(20,\s+2\)
# says: nn\.ReLU\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(60, 3, 8, 8); y = torch.randint(0, 2, (60,))
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:40], ds[40:], bs=10, num_workers=0)
def make_cnn(last):
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(288, 32), nn.ReLU(), *last)
# %% cell
learn = Learner(dls, make_cnn([nn.Linear(32, 20), nn.Linear(20, 2)]), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
learn = Learner(dls, make_cnn([nn.Linear(32, 20), nn.ReLU(), nn.Linear(20, 2)]), loss_func=CrossEntropyLossFlat())
learn.fit(1)
