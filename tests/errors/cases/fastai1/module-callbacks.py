# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/fastai/issues/3289
# says: fastai\.callbacks
# says: from fastai\.callback\.all import \*
# says: fastai 1
# %% fails
from fastai.callbacks import SaveModelCallback
# %% mended
from fastai.callback.all import *
SaveModelCallback
