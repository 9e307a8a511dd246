# rule: not covered_names.given_to_a_value
# source: constructed
# %% before
from fastai.vision.all import *
best = 0.5
# %% fails
best(3)
