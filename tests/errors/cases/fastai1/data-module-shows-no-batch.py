# rule: fastai1_imports.data_is_a_module
# source: https://github.com/fastai/course-v3
# says: module
# %% before
from fastai.vision import *
# %% fails
data.show_batch(rows=3, figsize=(7, 6))
