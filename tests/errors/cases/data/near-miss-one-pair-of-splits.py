# rule: not splits_of_folds.folds_for_a_pair
# source: constructed
# %% before
from fastai.basics import *
splits = [list(range(15)), list(range(15, 40))]
def number(i): return tensor([1, 2, 3])[i]
# %% fails
dsets = Datasets(range(20), [[number]], splits=splits)
dsets[30]
