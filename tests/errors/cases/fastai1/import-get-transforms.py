# rule: fastai1_imports.name_not_in_module
# source: https://github.com/Kaggle/docker-python/issues/880
# says: get_transforms
# says: aug_transforms
# %% fails
from fastai.vision import get_transforms
# %% mended
from fastai.vision.all import *
aug_transforms()
