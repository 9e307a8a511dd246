# rule: callbacks_written.name_of_the_learners
# source: constructed
# says: self.history.append\(self.loss.item\(\)\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class History(Callback):
    def before_fit(self): self.history = []
    def after_batch(self): self.history.append(loss.item())
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=History()).fit(1)
# %% mended
class History(Callback):
    def before_fit(self): self.history = []
    def after_batch(self): self.history.append(self.loss.item())
Learner(dls, model, loss_func=CrossEntropyLossFlat(), cbs=History()).fit(1)
