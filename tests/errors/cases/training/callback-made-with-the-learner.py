# rule: callbacks_written.made_with_a_learner
# source: constructed
# says: takes no Learner
# says: learn.fit\(1, cbs=\[Say\(\), ShowGraphCallback\(\)\]\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Say(Callback):
    def after_epoch(self): self.seen = self.epoch
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit(1, cbs=[Say(learn), ShowGraphCallback()])
# %% mended
learn.fit(1, cbs=[Say(), ShowGraphCallback()])
