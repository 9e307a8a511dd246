# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/course-v3
# says: fastai\.callbacks\.hooks|fastai\.callbacks
# says: fastai\.callback
# %% fails
from fastai.callbacks.hooks import *
# %% mended
from fastai.callback.all import *
hook_output
