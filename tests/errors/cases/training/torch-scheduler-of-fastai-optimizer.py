# rule: schedulers.not_given_the_optimizer
# source: constructed
# says: fastai's own
# says: CosineAnnealingLR
# says: cbs=ParamScheduler\(\{'lr': SchedCos\(0\.01, 0\.001\)\}\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 3); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
trainer = Learner(dls, nn.Linear(3, 1), loss_func=MSELossFlat(), lr=1e-2)
trainer.create_opt()
# %% fails
sched = torch.optim.lr_scheduler.CosineAnnealingLR(trainer.opt, T_max=10)
# %% mended
trainer.fit(5, cbs=ParamScheduler({'lr': SchedCos(0.01, 0.001)}))
