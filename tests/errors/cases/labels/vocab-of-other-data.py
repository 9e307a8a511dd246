# rule: vocab_given.no_list
# source: constructed
# says: CategoryMap
# says: vocab=list\(dls\.vocab\[1\]\)
# %% before
from fastai.vision.all import *
df = pd.DataFrame({'name': ['a', 'b', 'c', 'd'] * 3, 'tags': ['x y', 'x', 'x y', 'z'] * 3, 'x': [1, 0, 1, 0] * 3, 'y': [1, 1, 0, 0] * 3})
block = DataBlock(blocks=(CategoryBlock, MultiCategoryBlock), get_x=ColReader('name'), get_y=ColReader('tags', label_delim=' '))
dls = block.dataloaders(df, bs=2)
# %% fails
block = DataBlock(blocks=(CategoryBlock, MultiCategoryBlock(vocab=dls.vocab[1])), get_x=ColReader('name'), get_y=ColReader('tags', label_delim=' '))
# %% mended
block = DataBlock(blocks=(CategoryBlock, MultiCategoryBlock(vocab=list(dls.vocab[1]))), get_x=ColReader('name'), get_y=ColReader('tags', label_delim=' '))
new = block.dataloaders(df, bs=2)
