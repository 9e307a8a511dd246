# rule: callbacks_missing.of_a_callback
# source: constructed
# says: trainer\.activation_stats\.plot_layer_stats\(0\)
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


trainer = made(cbs=ActivationStats())
trainer.fit(1)
# %% fails
trainer.plot_layer_stats(0)
# %% mended
trainer.activation_stats.plot_layer_stats(0)
