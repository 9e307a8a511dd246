# rule: fastai1_data_sets.folder_of_a_data_set
# source: https://github.com/fastai/fastai/issues/819
# says: untar_data\(URLs\.MNIST_SAMPLE\)
# %% before
from fastai.vision.all import *
# %% fails
path = untar_data(MNIST_PATH)
# %% mended
URLs.MNIST_SAMPLE
