# rule: fastai1_arguments.callback_given_the_learner
# source: constructed
# says: keeper = SaveModelCallback\(monitor='valid_loss', fname='low'\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
keeper = SaveModelCallback(learn, monitor='valid_loss', name='low')
learn.fit(1, cbs=keeper)
# %% mended
keeper = SaveModelCallback(monitor='valid_loss', fname='low')
learn.fit(1, cbs=keeper)
