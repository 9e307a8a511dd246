# rule: none
# source: constructed
# %% before
import math
from fastai.vision.all import *
# %% fails
math.get_transforms()
