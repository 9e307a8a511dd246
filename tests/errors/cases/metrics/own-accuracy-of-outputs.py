# rule: shapes.broadcast
# source: constructed
# says: one\s+for\s+each\s+class
# says: largest
# says: correct = \(out\.argmax\(dim=1\) == yb\)
# %% before
from fastai.vision.all import *
torch.manual_seed(0)
xs = torch.randn(60, 4); ys = xs.argmax(1).clamp(max=2)
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=20, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
# %% before
class Hits:
    def __call__(self, out, yb):
        correct = (out == yb)
        return correct.float().mean()
# %% fails
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss(), metrics=AvgMetric(Hits()))
learn.fit(1)
# %% mended
class Hits:
    def __call__(self, out, yb):
        correct = (out.argmax(dim=1) == yb)
        return correct.float().mean()
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss(), metrics=AvgMetric(Hits()))
learn.fit(1)
