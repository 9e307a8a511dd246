# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/fastai/issues/1483
# says: fastai\.structured
# says: from fastai\.tabular\.all import \*
# %% fails
from fastai.imports import *
from fastai.structured import *
# %% mended
from fastai.tabular.all import *
