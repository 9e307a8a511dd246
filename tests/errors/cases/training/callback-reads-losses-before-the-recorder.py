# rule: callback_order.before_the_recorder
# source: constructed
# says: Watch\s+has\s+0
# says: the\s+Recorder\s+50
# says: order = 60
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Watch(Callback):
    def after_batch(self):
        if self.training and self.recorder.losses[-1] > 100: raise CancelFitException()
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit_one_cycle(1, cbs=[Watch()])
# %% mended
class Watch(Callback):
    order = 60  # the Recorder has 50
    def after_batch(self):
        if self.training and self.recorder.losses[-1] > 100: raise CancelFitException()
learn.fit_one_cycle(1, cbs=[Watch()])
