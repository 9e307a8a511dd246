# rule: columns.no_such_column
# source: constructed
# says: no column 'is_valid'
# says: valid_col
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df['valid'] = [False] * 8 + [True] * 2
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', valid_col='is_valid', item_tfms=Resize(32), bs=2)
# %% mended
dls = ImageDataLoaders.from_df(df, 'data', folder='train', valid_col='valid', item_tfms=Resize(32), bs=2)
