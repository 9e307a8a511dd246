# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/fastbook/issues/190
# says: fastai2
# says: from fastai\.vision\.all import \*
# %% fails
from fastai2.vision.all import *
# %% mended
from fastai.vision.all import *
