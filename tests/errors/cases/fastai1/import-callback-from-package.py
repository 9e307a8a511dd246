# rule: fastai1_imports.name_not_in_module
# source: https://github.com/fastai/fastai/issues/3897
# says: Callback
# says: from fastai\.callback\.core import Callback
# %% fails
from fastai.callback import Callback
# %% mended
from fastai.callback.core import Callback
