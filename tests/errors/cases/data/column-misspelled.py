# rule: columns.no_such_column
# source: constructed
# says: label_col='label'
# says: Did you mean 'label'
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', label_col='labels', item_tfms=Resize(32), bs=2)
# %% mended
dls = ImageDataLoaders.from_df(df, 'data', folder='train', item_tfms=Resize(32), bs=2, label_col='label')
