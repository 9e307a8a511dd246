# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:60], y[:60])), list(zip(x[60:], y[60:])), bs=20, num_workers=0)
class Watch(Callback):
    def __init__(self): self.seen = []
    def as_row(self): return {'last_loss': self.loss.item()}
    def after_batch(self):
        if not self.training: return
        self.seen.append(self.as_row())
    def before_fit(self): return self.seen.clear()
    def after_epoch(self):
        if len(self.seen) > 100: raise CancelFitException()
        return None
# %% cell
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=Watch())
learn.fit(2, 1e-2)
