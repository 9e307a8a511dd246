# rule: fastai1_imports.data_is_a_module
# source: constructed
# says: module
# %% before
from fastai.vision import *
from fastai.vision.all import vision_learner, resnet18
# %% fails
learn = vision_learner(data, resnet18, pretrained=False)
