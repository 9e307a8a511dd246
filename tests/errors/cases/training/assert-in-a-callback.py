# rule: callbacks_written.error_without_words
# source: constructed
# says: In Check.before_batch self.x.shape\[1\] == 3 is not true
# says: assert self.x.shape\[1\] == 3, self.x.shape\[1\]
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Check(Callback):
    def before_batch(self):
        assert self.x.shape[1] == 3
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Check()).fit(1)
# %% mended
class Check(Callback):
    def before_batch(self):
        assert self.x.shape[1] == 4, self.x.shape[1]
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Check()).fit(1)
