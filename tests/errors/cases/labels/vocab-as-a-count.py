# rule: vocab_given.no_list
# source: constructed
# says: not how many
# says: CategoryBlock\(\)
# %% before
from fastai.vision.all import *
df = pd.DataFrame({'name': ['a', 'b', 'c', 'd'] * 3, 'tags': ['x y', 'x', 'x y', 'z'] * 3, 'x': [1, 0, 1, 0] * 3, 'y': [1, 1, 0, 0] * 3})
# %% fails
one = CategoryBlock(vocab=3)
# %% mended
one = CategoryBlock()
