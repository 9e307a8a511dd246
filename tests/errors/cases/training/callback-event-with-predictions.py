# rule: callbacks.callbacks_parameters
# source: constructed
# says: preds, yb, loss = self.pred, self.y, self.loss
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Watch(Callback):
    def after_loss(self, preds, yb, loss):
        self.last = (preds.shape, yb.shape, loss.item())
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Watch()).fit(1)
# %% mended
class Watch(Callback):
    def after_loss(self):
        preds, yb, loss = self.pred, self.y, self.loss
        self.last = (preds.shape, yb.shape, loss.item())
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Watch()).fit(1)
