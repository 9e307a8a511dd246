# rule: learners_called.learner_called_bare
# source: constructed
# says: learn.*is a Learner
# says: learn\.fine_tune\(1\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
# %% fails
learn()
# %% mended
with learn.no_bar(): learn.fine_tune(1)
