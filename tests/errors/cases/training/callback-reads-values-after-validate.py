# rule: callback_order.before_the_recorder
# source: constructed
# says: after_validate\s+of\s+an\s+epoch\s+comes\s+before
# says: def after_epoch\(self\):
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Report(Callback):
    def after_validate(self):
        rows = self.learn.recorder.values
        print(rows[-1])
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), cbs=Report())
# %% fails
learn.fit(1)
# %% mended
class Report(Callback):
    order = 60  # after the Recorder, which has 50
    def after_epoch(self):
        rows = self.learn.recorder.values
        print(rows[-1])
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), cbs=Report())
learn.fit(1)
