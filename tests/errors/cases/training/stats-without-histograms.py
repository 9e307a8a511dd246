# rule: callbacks_missing.stats_without_hist
# source: constructed
# says: with_hist=True
# says: remove_cb
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


trainer = made(cbs=ActivationStats)
trainer.fit(1, 0.05)
# %% fails
trainer.activation_stats.color_dim(-1)
# %% mended
trainer.remove_cb(ActivationStats)
trainer.add_cb(ActivationStats(with_hist=True))
trainer.fit(1, 0.05)
trainer.activation_stats.color_dim(-1)
