# rule: fastai1_arguments.callback_given_the_learner
# source: constructed
# says: every='improvement' is gone
# says: name= is now fname=
# says: learn.fit_one_cycle\(1, 0.01, cbs=\[SaveModelCallback\(monitor='accuracy', fname='top'\)\]\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.fit_one_cycle(1, 0.01, callbacks=[SaveModelCallback(learn, every='improvement', monitor='accuracy', name='top')])
# %% mended
learn.fit_one_cycle(1, 0.01, cbs=[SaveModelCallback(monitor='accuracy', fname='top')])
