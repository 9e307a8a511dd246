# rule: fastai1_habits.monitor_not_recorded
# source: https://github.com/mgrankin/fast_tabnet/issues/8
# says: val_loss
# says: valid_loss
# says: accuracy
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.fit_one_cycle(2, 1e-3, cbs=SaveModelCallback(monitor='val_loss', fname='best'))
# %% mended
learn.fit_one_cycle(2, 1e-3, cbs=SaveModelCallback(monitor='valid_loss', fname='best'))
