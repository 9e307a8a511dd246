# rule: none
# source: constructed
# %% before
import fastai.vision.all
# %% fails
from collections import get_transforms
