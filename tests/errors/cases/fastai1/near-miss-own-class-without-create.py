# rule: not fastai1_class_members.maker_of_fastai1
# source: constructed
# %% before
from fastai.vision.all import *
# %% fails
class Data(DataLoaders): pass
Data.create([1], [2])
