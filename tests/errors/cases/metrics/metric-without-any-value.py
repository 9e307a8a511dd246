# rule: metrics_written.no_value
# source: constructed
# says: def value\(self\): return self.hits / self.n
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Share(Metric):
    def reset(self): self.hits, self.n = 0, 0
    def accumulate(self, learn):
        self.hits += (learn.pred.argmax(-1) == learn.y).sum().item()
        self.n += len(learn.y)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=Share())
# %% fails
learn.validate()
# %% mended
class Share(Metric):
    def reset(self): self.hits, self.n = 0, 0
    def accumulate(self, learn):
        self.hits += (learn.pred.argmax(-1) == learn.y).sum().item()
        self.n += len(learn.y)
    @property
    def value(self): return self.hits / self.n
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=Share()).validate()
