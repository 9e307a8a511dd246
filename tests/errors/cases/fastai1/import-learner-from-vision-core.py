# rule: fastai1_imports.name_not_in_module
# source: constructed
# says: vision_learner
# says: from fastai\.vision\.learner import vision_learner
# %% fails
from fastai.vision.core import PILImage, vision_learner
# %% mended
from fastai.vision.core import PILImage
from fastai.vision.learner import vision_learner
