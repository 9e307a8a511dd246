# rule: callback_order.before_the_recorder
# source: constructed
# says: order = 60
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Last(Callback):
    def after_epoch(self): self.kept = self.learn.final_record[1]
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), cbs=Last())
# %% fails
learn.fit(1)
# %% mended
class Last(Callback):
    order = 60
    def after_epoch(self): self.kept = self.learn.final_record[1]
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), cbs=Last())
learn.fit(1)
