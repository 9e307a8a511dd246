# rule: paths.unknown_data_set
# source: constructed
# says: untar_data\(URLs\.CIFAR\)
# %% before
from fastai.vision.all import *
# %% fails
path = untar_data(URLs.CIFAR10)
# %% mended
URLs.CIFAR
