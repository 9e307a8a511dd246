# rule: labels.unknown_label
# source: constructed
# says: NaN
# says: dropna
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df.loc[9, 'label'] = np.nan
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', label_col='label', item_tfms=Resize(32), bs=2, num_workers=0)
for part in dls:
    for xb, yb in part: pass
# %% mended
df = df.dropna(subset=['label'])
dls = ImageDataLoaders.from_df(df, 'data', folder='train', label_col='label', item_tfms=Resize(32), bs=2, num_workers=0)
for part in dls:
    for xb, yb in part: pass
