# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
import torchvision
x, y = torch.rand(16, 3, 32, 32), torch.rand(16)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% cell
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(3072, 1)), loss_func=MSELossFlat())
learn.fit(1)
