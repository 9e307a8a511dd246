# rule: labels.not_to_be_split
# source: constructed
# says: df\['tags'\]\.fillna\(''\)
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df.loc[3:5, 'tags'] = np.nan
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', label_col='tags', label_delim=' ', item_tfms=Resize(32), bs=2)
# %% mended
df['tags'] = df['tags'].fillna('')
dls = ImageDataLoaders.from_df(df, 'data', folder='train', label_col='tags', label_delim=' ', item_tfms=Resize(32), bs=2)
