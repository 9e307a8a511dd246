# notice: callbacks.change_is_lost
# source: constructed
# says: after_loss of Penalty
# says: self\.learn\.loss_grad = loss
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:60], y[:60])), list(zip(x[60:], y[60:])), bs=20)
# %% cell
class Penalty(Callback):
    def after_loss(self):
        loss = self.loss + 0.1 * self.model.weight.pow(2).sum()
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=Penalty())
learn.fit(1, 1e-2)
# %% mended
class Penalty(Callback):
    def after_loss(self):
        loss = self.loss + 0.1 * self.model.weight.pow(2).sum()
        self.learn.loss_grad = loss
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=Penalty())
learn.fit(1, 1e-2)
