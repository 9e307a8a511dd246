# rule: fastai1.name_not_imported
# source: constructed
# says: error_rate
# says: from fastai\.vision\.all import \*
# %% before
from fastai.vision.core import *
from fastai.vision.data import *
# %% fails
metrics = [error_rate]
# %% mended
from fastai.vision.all import *
metrics = [error_rate]
