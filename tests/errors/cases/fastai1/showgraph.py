# rule: fastai1.name_of_fastai1
# source: constructed
# says: ShowGraphCallback
# %% before
from fastai.vision.all import *
# %% fails
cbs = [ShowGraph]
# %% mended
cbs = [ShowGraphCallback]
