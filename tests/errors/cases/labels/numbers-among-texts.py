# rule: labels.labels_of_two_types
# source: constructed
# says: int and str
# says: astype\(str\)
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df['label'] = df['label'].astype(object); df.loc[3:5, 'label'] = 3
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', label_col='label', item_tfms=Resize(32), bs=2)
# %% mended
df['label'] = df['label'].astype(str)
dls = ImageDataLoaders.from_df(df, 'data', folder='train', label_col='label', item_tfms=Resize(32), bs=2)
