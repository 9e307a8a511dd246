# rule: paths.unknown_data_set
# source: constructed
# says: untar_data\(URLs\.ML_100k\)
# %% before
from fastai.vision.all import *
# %% fails
path = untar_data(URLs.ML_100K)
# %% mended
URLs.ML_100k
