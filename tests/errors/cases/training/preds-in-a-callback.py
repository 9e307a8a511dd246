# rule: callbacks.callbacks_own_attribute
# source: constructed
# says: calls\s+it\s+pred
# says: self\.pred\.detach\(\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), torch.tensor(i % 2)) for i in range(8)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
class Kept(Callback):
    def before_fit(self): self.kept = []
    def after_pred(self): self.kept.append(self.preds.detach())
learn.fit(1, cbs=Kept())
# %% mended
class Kept(Callback):
    def before_fit(self): self.kept = []
    def after_pred(self): self.kept.append(self.pred.detach())
learn.fit(1, cbs=Kept())
