# rule: fastai1.name_of_fastbook
# source: https://github.com/fastai/course20/issues/55
# says: image_cat
# says: fastbook
# %% before
from fastai.vision.all import *
# %% fails
img = PILImage.create(image_cat())
