# rule: not labels.unknown_label
# source: constructed
# %% before
from fastai.vision.all import *
codebook = {'cat': 0}
def encode(label):
    if label not in codebook: raise KeyError(f"Label '{label}' was not included in the training dataset")
# %% fails
encode('dog')
