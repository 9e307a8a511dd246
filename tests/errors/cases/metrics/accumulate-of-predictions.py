# rule: metrics_written.parameters_of_accumulate
# source: constructed
# says: def accumulate\(self, learn\):\s+preds, targs = learn.pred, learn.y
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Share(Metric):
    def reset(self): self.hits, self.n = 0, 0
    def accumulate(self, preds, targs):
        self.hits += (preds.argmax(-1) == targs).sum().item(); self.n += len(targs)
    @property
    def value(self): return self.hits / self.n
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=Share()).fit(1)
# %% mended
class Share(Metric):
    def reset(self): self.hits, self.n = 0, 0
    def accumulate(self, learn):
        preds, targs = learn.pred, learn.y
        self.hits += (preds.argmax(-1) == targs).sum().item(); self.n += len(targs)
    @property
    def value(self): return self.hits / self.n
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=Share()).fit(1)
