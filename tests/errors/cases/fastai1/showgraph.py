# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/2043
# says: ShowGraphCallback
# %% before
from fastai.vision.all import *
# %% fails
cbs = [ShowGraph]
# %% mended
cbs = [ShowGraphCallback]
