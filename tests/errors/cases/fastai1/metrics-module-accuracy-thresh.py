# rule: fastai1_imports.missing_in_module
# source: constructed
# says: accuracy_multi
# says: fastai 1
# %% before
import fastai.metrics as metrics
# %% fails
m = metrics.accuracy_thresh
# %% mended
from fastai.vision.all import *
m = accuracy_multi
