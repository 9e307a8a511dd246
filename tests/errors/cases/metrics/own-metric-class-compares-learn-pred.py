# rule: shapes.broadcast
# source: constructed
# says: argmax\(dim=1\)
# %% before
from fastai.vision.all import *
torch.manual_seed(0)
xs = torch.randn(60, 4); ys = xs.argmax(1)
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=20, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4))
# %% before
class Right(Metric):
    def reset(self): self.n = self.right = 0
    def accumulate(self, learn):
        self.right += (learn.pred == learn.y).sum().item()
        self.n += len(learn.y)
    @property
    def value(self): return self.right / self.n
# %% fails
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss(), metrics=Right())
learn.fit(1)
# %% mended
class Right(Metric):
    def reset(self): self.n = self.right = 0
    def accumulate(self, learn):
        self.right += (learn.pred.argmax(dim=1) == learn.y).sum().item()
        self.n += len(learn.y)
    @property
    def value(self): return self.right / self.n
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss(), metrics=Right())
learn.fit(1)
