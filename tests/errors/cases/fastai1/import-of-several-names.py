# rule: fastai1_imports.name_not_in_module
# source: https://github.com/fastai/fastai/issues/3722
# says: fastai\.callbacks
# says: from fastai\.callback\.all import \*
# %% fails
from fastai import vision, metrics, torch_core, callbacks, widgets
