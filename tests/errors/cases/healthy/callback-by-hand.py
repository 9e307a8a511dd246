# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
# %% cell
class PrintLoss(Callback):
    def after_epoch(self): print(self.learn.smooth_loss.item())
class ModelResetter(Callback):
    def before_train(self): pass
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), cbs=[PrintLoss()])
learn.fit(2, 1e-2)
