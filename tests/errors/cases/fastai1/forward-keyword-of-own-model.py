# rule: python_calls.unknown_keyword
# says: takes no\s+argument\s+rows
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
class Net(nn.Module):
    def __init__(self): super().__init__(); self.fc = nn.Linear(4, 2)
    def forward(self, x): return self.fc(make(x, rows=3))
def make(x): return x
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit(1)
# %% mended
Net.forward = lambda self, x: self.fc(make(x))
learn.fit(1)
