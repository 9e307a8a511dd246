# rule: losses_given.no_single_number
# source: constructed
# says: return \(\(pred - y\) \*\* 2\)\.mean\(\)
# says: Squares\.forward
# %% before
from fastai.vision.all import *
items = [(torch.ones(3), torch.tensor([1.]))] * 4
dls = DataLoaders.from_dsets(items, items, bs=2, num_workers=0)
class Squares(nn.Module):
    def forward(self, pred, y):
        return (pred - y)**2
# %% fails
learn = Learner(dls, nn.Linear(3, 1), loss_func=Squares())
learn.fit(1)
# %% mended
class Squares(nn.Module):
    def forward(self, pred, y):
        return ((pred - y) ** 2).mean()
learn = Learner(dls, nn.Linear(3, 1), loss_func=Squares())
learn.fit(1)
