# rule: columns.no_such_column
# source: constructed
# says: only\s+one\s+column
# says: sep=';'
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df.to_csv('data/labels.csv', index=False, sep=';')
# %% fails
df = pd.read_csv('data/labels.csv')
dls = ImageDataLoaders.from_df(df, 'data', folder='train', fn_col='image_id', label_col='label', item_tfms=Resize(32), bs=2)
# %% mended
df = pd.read_csv('data/labels.csv', sep=';')
dls = ImageDataLoaders.from_df(df, 'data', folder='train', fn_col='image_id', label_col='label', item_tfms=Resize(32), bs=2)
