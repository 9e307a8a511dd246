# rule: items_found.nothing_found
# source: constructed
# says: no rows
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
# %% fails
df = df[df.label == 'Cat']
dls = ImageDataLoaders.from_df(df, 'data', folder='train', item_tfms=Resize(32), bs=2)
# %% mended
len(df), df.head()
