# rule: callbacks.callbacks_parameters
# source: constructed
# says: def after_epoch\(self\):
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
class Say(Callback):
    def after_epoch(self, epoch, loss): print(epoch, loss)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Say())
learn.fit(1)
# %% mended
class Say(Callback):
    def after_epoch(self): print(self.epoch, self.loss)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Say())
learn.fit(1)
