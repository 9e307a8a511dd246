# notice: callbacks.event_never_called
# source: constructed
# says: before_ephoch
# says: before_epoch
# %% before
from fastai.vision.all import *
# %% cell
class Announce(Callback):
    def before_ephoch(self):
        print('epoch', self.epoch)
# %% mended
class Announce(Callback):
    def before_epoch(self):
        print('epoch', self.epoch)
