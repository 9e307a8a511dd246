# rule: fastai1.name_not_imported
# source: https://github.com/fastai/course-v3/issues/343
# says: untar_data
# says: from fastai\.vision\.all import \*
# says: nothing
# %% fails
from fastai import *

path = untar_data(URLs.PETS); path
# %% mended
from fastai.vision.all import *
untar_data, URLs.PETS
