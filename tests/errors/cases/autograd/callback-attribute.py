# rule: callbacks.callbacks_own_attribute
# source: constructed
# says: self\.history = \[\]
# says: before_fit
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
class KeepLoss(Callback):
    def after_batch(self):
        self.history.append(self.loss.item())
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=KeepLoss())
learn.fit(1)
# %% mended
class KeepLoss(Callback):
    def before_fit(self):
        self.history = []
    def after_batch(self):
        self.history.append(self.loss.item())
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=KeepLoss())
learn.fit(1)
