# rule: fastai1.name_not_imported
# source: constructed
# says: vision_learner
# says: from fastai\.vision\.all import \*
# %% fails
learn = vision_learner(None, None)
# %% mended
from fastai.vision.all import *
vision_learner
