# rule: losses.outputs_do_not_match
# source: constructed
# says: 5 numbers
# says: model\[3\] = nn\.Linear\(32, 1\)
# %% before
from fastai.vision.all import *
import torchvision
x, y = torch.rand(16, 3, 32, 32), torch.rand(16)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
model = nn.Sequential(nn.Conv2d(3, 32, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 5))
learn = Learner(dls, model, loss_func=L1LossFlat(), metrics=mae)
learn.fit_one_cycle(1)
# %% mended
model = nn.Sequential(nn.Conv2d(3, 32, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 5))
model[3] = nn.Linear(32, 1)
learn = Learner(dls, model, loss_func=L1LossFlat(), metrics=mae)
learn.fit_one_cycle(1)
