# rule: callbacks.no_callback
# source: https://github.com/fastai/fastai1/issues/15
# says: got\s+the\s+function\s+show_rate
# says: class Own\(Callback\)
# says: learn\.fit\(1, cbs=Own\(\)\)
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat())
rates = []
def show_rate(learn): rates.append(learn.opt.hypers[-1]['lr'])
# %% fails
learn.fit(1, cbs=[show_rate])
# %% mended
class Own(Callback):
    def after_epoch(self): show_rate(self.learn)
learn.fit(1, cbs=Own())
