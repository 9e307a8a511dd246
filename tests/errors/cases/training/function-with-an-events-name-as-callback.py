# rule: callbacks.no_callback
# source: constructed
# says: def after_batch\(self\): on_batch_end\(\)
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 3), loss_func=CrossEntropyLossFlat())
seen = []
def on_batch_end(): seen.append(1)
# %% fails
learn.fit(1, cbs=on_batch_end)
# %% mended
class Own(Callback):
    def after_batch(self): on_batch_end()
learn.fit(1, cbs=Own())
