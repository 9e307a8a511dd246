# rule: fastai1_imports.missing_in_module
# source: constructed
# says: untar_data
# says: fastai\.data\.external
# %% before
import fastai.vision as vision
# %% fails
path = vision.untar_data
# %% mended
from fastai.vision.all import *
path = untar_data
