# rule: not items_found.nothing_found
# source: constructed
# %% before
from fastai.vision.all import *
def names(path): path.ls().map(str)
# %% fails
for name in names(Path('.')): print(name)
