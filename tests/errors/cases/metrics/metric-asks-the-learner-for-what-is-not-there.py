# rule: not metrics_written.not_reset
# source: constructed
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Share(Metric):
    def reset(self): self.hits = 0
    def accumulate(self, learn): self.hits += learn.predictions.sum().item()
    @property
    def value(self): return self.hits
# %% fails
Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=Share()).fit(1)
