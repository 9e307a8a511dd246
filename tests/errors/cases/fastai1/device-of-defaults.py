# rule: fastai1_members.other_members_of_fastai1
# source: https://github.com/fastai/course-v3
# says: default_device\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
defaults.device
# %% mended
default_device()
