# rule: notebook_undefined.never_defined
# source: constructed
# says: ImageDataset is not defined: no cell
# %% before
from fastai.vision.all import *
from torch.utils.data import IterableDataset
# %% fails
train_ds = ImageDataset('birds')
# %% mended
class ImageDataset:
    def __init__(self, path): self.path = path
train_ds = ImageDataset('birds')
