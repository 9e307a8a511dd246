# rule: none
# source: constructed
# %% before
from fastai.vision.all import *
# %% fails
schedule = [max_lr / 10, max_lr]
