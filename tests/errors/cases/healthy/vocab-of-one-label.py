# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
df = pd.DataFrame({'name': ['a', 'b', 'c', 'd'] * 3, 'tags': ['x y', 'x', 'x y', 'z'] * 3, 'x': [1, 0, 1, 0] * 3, 'y': [1, 1, 0, 0] * 3})
# %% cell
blocks = (CategoryBlock(vocab=df.name.unique()), MultiCategoryBlock(vocab=['x', 'y', 'z']), CategoryBlock(vocab=CategoryMap(['a', 'b'])))
