# rule: paths.unknown_data_set
# source: constructed
# says: URLs\.PETS
# %% before
from fastai.vision.all import *
# %% fails
path = untar_data(URLs.PET)
# %% mended
URLs.PETS
