# rule: fastai1_imports.module_not_there
# source: constructed
# says: from fastai\.vision\.all import \*
# %% fails
from fastai.vison.all import *
# %% mended
from fastai.vision.all import *
