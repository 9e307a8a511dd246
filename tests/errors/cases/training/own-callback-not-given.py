# rule: callbacks_missing.callback_not_given
# source: constructed
# says: CountSteps
# says: trainer\.add_cb\(CountSteps\(\)\)
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


class CountSteps(Callback):
    def before_fit(self):
        self.steps = 0

    def after_step(self):
        self.steps += 1


trainer = made()
trainer.fit(1)
# %% fails
print(trainer.count_steps.steps)
# %% mended
trainer.add_cb(CountSteps())
trainer.fit(1)
print(trainer.count_steps.steps)
