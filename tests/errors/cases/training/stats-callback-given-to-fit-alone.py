# rule: callbacks_missing.callback_not_given
# source: constructed
# says: fit_one_cycle` alone|fit_one_cycle alone
# says: add_cb
# %% before
from fastai.vision.all import *
from fastai.callback.hook import *

rows = torch.randn(60, 5)
kinds = (rows[:, 1] > 0).long()
pairs = list(zip(rows, kinds))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=10, num_workers=0)


def made(**more):
    return Learner(
        dls,
        nn.Sequential(nn.Linear(5, 12), nn.ReLU(), nn.Linear(12, 2)),
        loss_func=CrossEntropyLossFlat(),
        **more,
    )


trainer = made()
# %% fails
trainer.fit_one_cycle(1, cbs=ActivationStats(with_hist=True))
means = trainer.activation_stats.stats
# %% mended
trainer.add_cb(ActivationStats(with_hist=True))
trainer.fit_one_cycle(1)
means = trainer.activation_stats.stats
