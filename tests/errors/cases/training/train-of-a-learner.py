# rule: borrowed_methods.mode_as_training
# source: constructed
# says: learn.fit_one_cycle\(2\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
# %% fails
learn.train(epochs=2)
# %% mended
learn.fit_one_cycle(2)
