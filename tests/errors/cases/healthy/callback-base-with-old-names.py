# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
class OldStyle(Callback):
    def after_epoch(self): self.on_epoch_end()
    def on_epoch_end(self): pass
# %% cell
class Report(OldStyle):
    def on_epoch_end(self): print('an epoch has ended')
class FromKeras:
    def on_train_begin(self, logs=None): pass
    def on_epoch_end(self, epoch, logs=None): pass
