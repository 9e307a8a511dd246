# rule: fastai1_arguments.callback_given_the_learner
# source: constructed
# says: EarlyStoppingCallback\(monitor='accuracy', patience=2\)
# says: fastai 1
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.fit(1, cbs=[EarlyStoppingCallback(learn, monitor='accuracy', patience=2)])
# %% mended
learn.fit(1, cbs=[EarlyStoppingCallback(monitor='accuracy', patience=2)])
