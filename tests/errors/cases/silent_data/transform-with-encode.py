# notice: transforms.method_never_called
# source: constructed
# says: encode of Gray is never called, so the transform changes nothing
# says: def encodes\(self, img\):
# %% before
from fastai.vision.all import *
# %% cell
class Gray(Transform):
    def encode(self, img): return img.convert('L').convert('RGB')
pipe = Pipeline([Gray()])
# %% mended
class Gray(Transform):
    def encodes(self, img): return img.convert('L').convert('RGB')
pipe = Pipeline([Gray()])
