# rule: callbacks.callbacks_own_attribute
# source: constructed
# says: self\.losses = \[\]
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), torch.tensor(i % 2)) for i in range(8)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
class Kept(Callback):
    def after_batch(self): self.losses.append(self.loss.item())
learn.fit(1, cbs=Kept())
# %% mended
class Kept(Callback):
    def before_fit(self):
        self.losses = []
    def after_batch(self): self.losses.append(self.loss.item())
learn.fit(1, cbs=Kept())
