# rule: callbacks_written.made_with_a_learner
# source: constructed
# says: super\(\).__init__\(\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
model = nn.Linear(4, 2)
class Say(Callback):
    def __init__(self, learn, every=1):
        super().__init__(learn)
        self.every = every
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit(1, cbs=Say(learn))
# %% mended
class Say(Callback):
    def __init__(self, learn, every=1):
        super().__init__()
        self.every = every
learn.fit(1, cbs=Say(learn))
