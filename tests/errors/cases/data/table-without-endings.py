# rule: paths.no_such_file_of_a_table
# source: constructed
# says: suff='\.jpg'
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df['image_id'] = df.image_id.str[:-4]
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', item_tfms=Resize(32), bs=2)
# %% mended
dls = ImageDataLoaders.from_df(df, 'data', folder='train', item_tfms=Resize(32), bs=2, suff='.jpg')
