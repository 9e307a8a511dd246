# rule: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
class Net(nn.Module):
    def forward(self, x): return make(x, rows=3)
def make(x): return x
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit(1)
