# rule: none
# source: constructed
# %% before
from fastai.vision.all import *
# %% fails
found = re.search('x', 'abc')
assert found, 'Failed to find "x" in "abc"'
