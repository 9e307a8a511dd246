# notice: callbacks.change_is_lost
# source: constructed
# says: before_batch of NoisyInputs
# says: self\.learn\.xb\s+= \(xb,\)
# %% before
from fastai.vision.all import *
# %% cell
class NoisyInputs(Callback):
    def __init__(self, std=0.1): self.std = std
    def before_batch(self):
        if not self.training: return
        xb = self.learn.xb[0]
        xb = xb + torch.randn_like(xb) * self.std
# %% mended
class NoisyInputs(Callback):
    def __init__(self, std=0.1): self.std = std
    def before_batch(self):
        if not self.training: return
        xb = self.learn.xb[0]
        xb = xb + torch.randn_like(xb) * self.std
        self.learn.xb = (xb,)
