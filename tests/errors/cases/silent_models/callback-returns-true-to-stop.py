# notice: callbacks.answer_is_not_read
# source: constructed
# says: return\s+True\s+in\s+after_epoch
# says: raise\s+CancelFitException\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:60], y[:60])), list(zip(x[60:], y[60:])), bs=20, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
# %% cell
class Enough(Callback):
    order = 60
    def after_epoch(self):
        if self.recorder.values[-1][0] < 0.7: return True
learn.fit(3, 1e-2, cbs=Enough())
# %% mended
class Enough(Callback):
    order = 60
    def after_epoch(self):
        if self.recorder.values[-1][0] < 0.7: raise CancelFitException()
learn.fit(3, 1e-2, cbs=Enough())
