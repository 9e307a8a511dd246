# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/fastai/issues/1344
# says: fastai\.conv_learner
# says: 0\.7
# says: from fastai\.vision\.all import \*
# %% fails
from fastai.conv_learner import *
from fastai.dataset import *
# %% mended
from fastai.vision.all import *
