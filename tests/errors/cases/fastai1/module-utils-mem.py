# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/course-v3
# says: fastai\.utils\.mem
# says: torch\.cuda\.mem_get_info
# %% fails
from fastai.utils.mem import *
