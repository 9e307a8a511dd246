# rule: callbacks.callbacks_parameters
# source: constructed
# says: images, labels = self.x, self.y
# says: def before_batch\(self\):
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Flipped(Callback):
    def before_batch(self, images, labels):
        self.learn.xb = (images.flip(-1),)
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Flipped()).fit(1)
# %% mended
class Flipped(Callback):
    def before_batch(self):
        images, labels = self.x, self.y
        self.learn.xb = (images.flip(-1),)
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=Flipped()).fit(1)
