# rule: fastai1_members.member_of_fastai1
# source: https://github.com/fastai/fastai/issues/2150
# says: ValueMetric
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat())
class Own(Callback):
    def before_fit(self): self.learn.recorder.add_metric_names(['own'])
# %% fails
learn.fit(1, cbs=Own())
