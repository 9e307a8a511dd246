# rule: metrics_written.not_reset
# source: constructed
# says: Share has\s+no reset
# says: def reset\(self\):\s+self.hits = 0
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Share(Metric):
    def accumulate(self, learn): self.hits += (learn.pred.argmax(-1) == learn.y).sum().item()
    @property
    def value(self): return self.hits
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=Share()).fit(1)
# %% mended
class Share(Metric):
    def reset(self):
        self.hits = 0
    def accumulate(self, learn): self.hits += (learn.pred.argmax(-1) == learn.y).sum().item()
    @property
    def value(self): return self.hits
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=Share()).fit(1)
