# rule: files_broken.name_for_an_address
# source: constructed
# says: URLs\.PETS
# %% before
from fastai.vision.all import *
# %% fails
path = untar_data('pets')
# %% mended
URLs.PETS
