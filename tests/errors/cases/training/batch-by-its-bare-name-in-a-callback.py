# rule: callbacks_written.name_of_the_learners
# source: constructed
# says: no variable xb in Noise.before_batch
# says: self.learn.xb = \(self.x \* 2,\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Noise(Callback):
    def before_batch(self):
        self.learn.xb = (xb * 2,)
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Noise()).fit(1)
# %% mended
class Noise(Callback):
    def before_batch(self):
        self.learn.xb = (self.x * 2,)
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Noise()).fit(1)
