# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/3594
# says: ImageDataLoaders
# says: from fastai\.vision\.all import \*
# %% fails
from fastai.vision import *
data = ImageDataBunch.from_folder('pets', valid_pct=0.2)
