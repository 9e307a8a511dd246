# rule: fastai1.name_of_fastai1
# source: https://forums.fast.ai (own callbacks of fastai 1)
# says: class Count\(Callback\):
# says: learn.fit\(1, cbs=\[Count\(\)\]\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% fails
class Count(LearnerCallback):
    def on_batch_end(self, **kwargs): pass
learn.fit(1, callbacks=[Count(learn)])
# %% mended
class Count(Callback):
    def after_batch(self): ...
learn.fit(1, cbs=[Count()])
