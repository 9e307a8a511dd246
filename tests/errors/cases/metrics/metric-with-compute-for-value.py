# rule: metrics_written.no_value
# source: constructed
# says: Recall has no property value; its result is in the method compute
# says: @property\s+def value\(self\):\s+return self.hits / max\(self.n, 1\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Recall(Metric):
    def reset(self): self.hits, self.n = 0, 0
    def accumulate(self, learn):
        ones = learn.y == 1
        self.hits += (learn.pred.argmax(-1)[ones] == 1).sum().item(); self.n += ones.sum().item()
    def compute(self):
        return self.hits / max(self.n, 1)
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[accuracy, Recall()]).fit(1)
# %% mended
class Recall(Metric):
    def reset(self): self.hits, self.n = 0, 0
    def accumulate(self, learn):
        ones = learn.y == 1
        self.hits += (learn.pred.argmax(-1)[ones] == 1).sum().item(); self.n += ones.sum().item()
    @property
    def value(self):
        return self.hits / max(self.n, 1)
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=[accuracy, Recall()]).fit(1)
