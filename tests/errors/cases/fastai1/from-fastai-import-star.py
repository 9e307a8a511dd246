# rule: fastai1.name_not_imported
# source: constructed
# says: untar_data
# says: from fastai\.vision\.all import \*
# says: nothing
# %% fails
from fastai import *

path = untar_data(URLs.PETS); path
# %% mended
from fastai.vision.all import *
untar_data, URLs.PETS
