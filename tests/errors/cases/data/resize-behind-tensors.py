# rule: data_normalized_items.resize_behind_tensors
# source: https://github.com/fastai/fastai/issues/3673
# says: F\.interpolate\(im\[None\], size=\(32, 32\)\)\[0\]
# %% before
from fastai.vision.all import *
# %% fails
class Noise(Transform):
    def encodes(self, i):
        im = torch.randn(3, 40 + i, 50)
        return TensorImage(im), 1
tl = TfmdLists(range(10), Noise())
dls = DataLoaders.from_dsets(tl, tl, bs=4, after_item=Resize(32))
xb, yb = dls.one_batch()
# %% mended
class Noise(Transform):
    def encodes(self, i):
        im = torch.randn(3, 40 + i, 50)
        return (TensorImage(F.interpolate(im[None], size=(32, 32))[0]), 1)
tl = TfmdLists(range(10), Noise())
dls = DataLoaders.from_dsets(tl, tl, bs=4, after_item=Resize(32))
xb, yb = dls.one_batch()
