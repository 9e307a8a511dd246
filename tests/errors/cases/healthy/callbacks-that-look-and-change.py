# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:60], y[:60])), list(zip(x[60:], y[60:])), bs=20)
# %% cell
class InPlace(Callback):
    def before_batch(self):
        xb, = self.xb
        xb += torch.randn_like(xb) * 0.1
class InPlaceByMethod(Callback):
    def before_batch(self):
        xb = self.xb[0]
        xb = xb.mul_(0.9)
class Mixed(Callback):
    def before_batch(self):
        shuffle = torch.randperm(self.y.size(0))
        x1 = self.x[shuffle]
        mixed = self.x * 0.7 + x1 * 0.3
        self.learn.xb = (mixed,)
class Looks(Callback):
    def before_fit(self): self.means = []
    def after_pred(self):
        probs = self.pred.softmax(1)
        self.means.append(probs.mean().item())
        loss = self.loss_func(self.pred, *self.yb).item()
        seen = self.pred * 2
    def after_batch(self):
        pred = self.pred.sigmoid()
        total = 0.
        for one in self.yb:
            self.means.append(total)
            total = total + one.float().mean().item()
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=[InPlace, InPlaceByMethod, Mixed, Looks])
learn.fit(1, 1e-2)
