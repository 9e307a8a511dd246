# rule: python_unfinished.half_of_it
# source: constructed
# says: from fastai\.vision\.all import \*
# says: from
# %% fails
from fastai.vision.all import
# %% mended
from fastai.vision.all import *
