# rule: not callbacks_written.name_of_the_learners
# source: constructed
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Noise(Callback):
    def before_batch(self):
        self.learn.xb = (self.x * strength,)
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Noise()).fit(1)
