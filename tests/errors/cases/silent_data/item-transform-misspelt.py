# notice: transforms.method_never_called
# source: constructed
# says: encodess of Flip is never called
# says: def encodes\(self, pair\):
# %% before
from fastai.vision.all import *
# %% cell
class Flip(ItemTransform):
    def encodess(self, pair):
        x, y = pair
        return x.transpose(0), y
# %% mended
class Flip(ItemTransform):
    def encodes(self, pair):
        x, y = pair
        return x.transpose(0), y
