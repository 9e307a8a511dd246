# notice: callbacks.event_never_called
# source: https://docs.fast.ai/callback.core.html
# says: on_batch_end
# says: never called
# says: after_batch
# says: fastai 1
# %% before
from fastai.vision.all import *
rows = torch.randn(40, 3); target = (rows.sum(1) > 0).long()
items = list(zip(rows, target))
dls = DataLoaders.from_dsets(items[:30], items[30:], bs=10, num_workers=0)
# %% cell
class CountBatches(Callback):
    def __init__(self): self.n = 0
    def on_batch_end(self, **kwargs):
        self.n += 1
counter = CountBatches()
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss(), cbs=counter)
learn.fit(1, 1e-2)
# %% mended
class CountBatches(Callback):
    def __init__(self): self.n = 0
    def after_batch(self):
        self.n += 1
counter = CountBatches()
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss(), cbs=counter)
learn.fit(1, 1e-2)
