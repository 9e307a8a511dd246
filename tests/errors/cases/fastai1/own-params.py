# rule: notebook_names.deleted
# source: constructed
# %% before
from fastai.vision.all import vision_learner
params = 3
del params
# %% fails
params * 2
