# notice: callbacks.change_is_lost
# source: constructed
# says: after_loss of Careful
# says: self\.learn\.loss_grad = loss
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:60], y[:60])), list(zip(x[60:], y[60:])), bs=20)
# %% cell
class Careful(Callback):
    def after_loss(self):
        loss = self.loss_grad.clamp(max=2.0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=Careful())
learn.fit(1, 1e-2)
# %% mended
class Careful(Callback):
    def after_loss(self):
        loss = self.loss_grad.clamp(max=2.0)
        self.learn.loss_grad = loss
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=Careful())
learn.fit(1, 1e-2)
