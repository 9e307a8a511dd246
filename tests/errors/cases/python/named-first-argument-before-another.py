# rule: python_syntax_calls.argument_order
# source: constructed
# says: vision_learner\(dls, resnet34, metrics=error_rate\)
# %% before
from fastai.vision.all import *
dls = 1
# %% fails
learn = vision_learner(dls=dls, resnet34, metrics=error_rate)
