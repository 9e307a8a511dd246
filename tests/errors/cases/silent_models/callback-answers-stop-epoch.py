# notice: callbacks.answer_is_not_read
# source: constructed
# says: after_batch\s+of\s+Short\s+does\s+nothing
# says: raise\s+CancelEpochException\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:60], y[:60])), list(zip(x[60:], y[60:])), bs=20, num_workers=0)
# %% cell
class Short(Callback):
    "Two batches of each epoch are enough."
    def after_batch(self):
        if self.training and self.iter >= 1: return {'stop_epoch': True}
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=[Short()])
learn.fit(2, 1e-2)
# %% mended
class Short(Callback):
    def after_batch(self):
        if self.training and self.iter >= 1: raise CancelEpochException()
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=[Short()])
learn.fit(2, 1e-2)
