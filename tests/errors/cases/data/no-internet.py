# rule: files_broken.no_connection
# source: constructed
# says: internet connection
# says: nowhere\.invalid
# %% before
from fastai.vision.all import *
# %% fails
path = untar_data('https://nowhere.invalid/pets.tgz')
