# rule: fastai1_imports.name_not_in_module
# source: constructed
# says: ImageDataLoaders
# %% fails
from fastai.vision.all import ImageDataLoader
# %% mended
from fastai.vision.all import ImageDataLoaders
