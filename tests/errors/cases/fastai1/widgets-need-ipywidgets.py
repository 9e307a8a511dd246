# rule: fastai1_imports.module_not_there
# source: constructed
# says: wandb
# says: pip install -Uqq wandb
# says: fastai\.callback\.wandb
# %% before
from fastai.vision.all import *
# %% fails
from fastai.callback.wandb import *
