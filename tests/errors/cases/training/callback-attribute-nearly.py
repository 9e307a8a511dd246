# rule: callbacks.callbacks_own_attribute
# source: constructed
# says: self.losses_seen
# says: self.loss_seen.append
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
# %% fails
class Keep(Callback):
    def before_fit(self): self.loss_seen = []
    def after_loss(self): self.losses_seen.append(self.loss.item())
learn.fit(1, cbs=Keep())
# %% mended
class Keep(Callback):
    def before_fit(self): self.loss_seen = []
    def after_loss(self): self.loss_seen.append(self.loss.item())
learn.fit(1, cbs=Keep())
