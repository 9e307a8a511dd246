# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
# %% cell
class Watcher:
    def on_epoch_end(self): print('not of fastai')
class Watch(Callback):
    order = 60
    def __init__(self, every=2): self.every, self.log = every, []
    def note(self, word): self.log.append(word)
    def on_epoch_end(self): self.note('epoch')
    def after_epoch(self): self.on_epoch_end()
    def after_cancel_fit(self): self.note('cancelled')
    def before_validate(self): self.note('validate')
    @property
    def after_all(self): return len(self.log)
