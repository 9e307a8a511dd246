# rule: callbacks_missing.of_a_callback
# source: constructed
# says: ActivationStats
# says: trainer\.add_cb
# says: trainer\.activation_stats\.layer_stats\(0\)
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
trainer.fit(1)
# %% fails
means, stds, near_zero = trainer.layer_stats(0)
# %% mended
trainer.add_cb(ActivationStats(with_hist=True))
trainer.fit(1)
means, stds, near_zero = trainer.activation_stats.layer_stats(0)
