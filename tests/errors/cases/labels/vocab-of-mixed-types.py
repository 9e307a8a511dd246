# rule: not vocab_given.no_list
# source: constructed
# %% before
from fastai.vision.all import *
# %% fails
CategoryBlock(vocab=np.array([1, 'a'], dtype=object))
