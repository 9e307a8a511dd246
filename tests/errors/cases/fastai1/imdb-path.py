# rule: fastai1_data_sets.folder_of_a_data_set
# source: constructed
# says: path = untar_data\(URLs\.IMDB_SAMPLE\)
# %% before
from fastai.text.all import *
# %% fails
path = untar_data(IMDB_PATH)
# %% mended
URLs.IMDB_SAMPLE
