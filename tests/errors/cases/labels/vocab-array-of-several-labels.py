# rule: vocab_given.no_list
# source: constructed
# says: MultiCategoryBlock\(vocab=list\(names\)\)
# %% before
from fastai.vision.all import *
df = pd.DataFrame({'name': ['a', 'b', 'c', 'd'] * 3, 'tags': ['x y', 'x', 'x y', 'z'] * 3, 'x': [1, 0, 1, 0] * 3, 'y': [1, 1, 0, 0] * 3})
names = df['tags'].str.split(' ').explode().unique()
names = np.array(names)
# %% fails
def get_dls(df):
    block = DataBlock((CategoryBlock, MultiCategoryBlock(vocab=names)), get_x=ColReader('name'), get_y=ColReader('tags', label_delim=' '))
    return block.dataloaders(df, bs=2)
get_dls(df)
# %% mended
def get_dls(df):
    block = DataBlock((CategoryBlock, MultiCategoryBlock(vocab=list(names))), get_x=ColReader('name'), get_y=ColReader('tags', label_delim=' '))
    return block.dataloaders(df, bs=2)
get_dls(df)
