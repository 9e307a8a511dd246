# rule: callbacks.callbacks_own_attribute
# source: constructed
# says: calls\s+it\s+loss
# says: print\(self\.loss\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), torch.tensor(i % 2)) for i in range(8)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
class Printed(Callback):
    def after_batch(self): print(self.train_loss)
learn.add_cb(Printed())
learn.fit(1)
# %% mended
class Printed(Callback):
    def after_batch(self): print(self.loss)
learn.fit(1, cbs=Printed())
