# rule: fastai1.name_not_imported
# source: constructed
# says: ImageClassifierCleaner
# says: from fastai\.vision\.widgets import \*
# %% before
from fastai.vision.all import *
# %% fails
cleaner = ImageClassifierCleaner(learn)
