# rule: losses.outputs_do_not_match
# source: constructed
# says: 1 number
# says: has 2
# says: model\[1\] = nn\.Linear\(3072, 2\)
# %% before
from fastai.vision.all import *
import torchvision
x, y = torch.rand(16, 3, 32, 32), torch.rand(16)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
ds = list(zip(x, torch.rand(16, 2)))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
model = nn.Sequential(nn.Flatten(), nn.Linear(3072, 1))
learn = Learner(dls, model, loss_func=MSELossFlat())
learn.fit(1)
# %% mended
model = nn.Sequential(nn.Flatten(), nn.Linear(3072, 1))
model[1] = nn.Linear(3072, 2)
learn = Learner(dls, model, loss_func=MSELossFlat())
learn.create_opt()
learn.fit(1)
