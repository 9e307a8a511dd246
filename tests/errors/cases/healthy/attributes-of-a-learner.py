# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
rows = torch.randn(60, 6); kinds = torch.randint(0, 2, (60,))
dls = DataLoaders.from_dsets(list(zip(rows[:40], kinds[:40])), list(zip(rows[40:], kinds[40:])), bs=10)
class Holds(Learner):
    data = property(lambda self: self.dls, lambda self, dls: setattr(self, 'dls', dls))
class Peeks(Callback):
    def before_fit(self): self.seen = len(self.learn.dataloader.dataset)
def make(kind): return kind(dls, nn.Sequential(nn.Linear(6, 2)), loss_func=CrossEntropyLossFlat())
# %% cell
learn, own = make(Learner), make(Holds)
learn.dls = dls
own.data = dls
learn.wd, learn.lr, learn.metrics = 0.1, 1e-2, [accuracy]
learn.data = "pets, 2nd try"
learn.dataloader = dls.train
learn.add_cbs([Peeks()])
with learn.no_bar(): learn.fit(1)
