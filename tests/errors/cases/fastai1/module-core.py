# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/fastai/issues/3525
# says: fastai\.core
# says: fastcore
# %% fails
import fastai.core
# %% mended
from fastcore.all import *
