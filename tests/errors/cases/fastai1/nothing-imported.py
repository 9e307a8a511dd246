# rule: fastai1.name_not_imported
# source: https://github.com/fastai/course-v3/issues/135
# says: vision_learner
# says: from fastai\.vision\.all import \*
# %% fails
learn = vision_learner(None, None)
# %% mended
from fastai.vision.all import *
vision_learner
