# rule: not fastai1_data_sets.folder_of_a_data_set
# source: constructed
# %% before
from fastai.vision.all import *
# %% fails
fnames = get_image_files(MNIST_PATH)
