# notice: callbacks.answer_is_not_read
# source: constructed
# says: does\s+nothing
# says: self\.learn\.xb\s+=\s+\(self\.x\s+\+\s+torch\.randn_like\(self\.x\),\)
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:60], y[:60])), list(zip(x[60:], y[60:])), bs=20, num_workers=0)
# %% cell
class Noise(Callback):
    def before_batch(self):
        return {'last_input': self.x + torch.randn_like(self.x)}
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=Noise())
# %% mended
class Noise(Callback):
    def before_batch(self):
        self.learn.xb = (self.x + torch.randn_like(self.x),)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat(), cbs=Noise())
