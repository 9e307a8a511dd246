# rule: fastai1_imports.data_is_a_module
# source: https://github.com/fastai/course-v3
# says: fastai\.vision\.data
# says: from fastai\.vision\.all import \*
# says: module
# %% before
from fastai.vision import *
# %% fails
print(data.classes)
