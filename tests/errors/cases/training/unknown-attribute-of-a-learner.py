# rule: not callbacks_missing.callback_not_given
# source: constructed
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
trainer.colour_of_the_sky
