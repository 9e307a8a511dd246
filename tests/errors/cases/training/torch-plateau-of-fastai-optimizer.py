# rule: schedulers.not_given_the_optimizer
# source: constructed
# says: callback
# says: fastai\.callback\.tracker import ReduceLROnPlateau
# %% before
from fastai.vision.all import *
from torch.optim.lr_scheduler import ReduceLROnPlateau
x = torch.randn(32, 3); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
trainer = Learner(dls, nn.Linear(3, 1), loss_func=MSELossFlat())
trainer.create_opt()
# %% fails
plateau = ReduceLROnPlateau(trainer.opt, patience=2)
# %% mended
from fastai.callback.tracker import ReduceLROnPlateau
trainer.fit(2, 0.001, cbs=ReduceLROnPlateau(monitor='valid_loss'))
