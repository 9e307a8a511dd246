# rule: data.result_for_a_function
# source: constructed
# says: get_y=ColReader\('label'\)
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('image_id', pref='data/train/'),
                   get_y='label', splitter=RandomSplitter(seed=42), item_tfms=Resize(32))
dls = dblock.dataloaders(df, bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('image_id', pref='data/train/'),
                   get_y=ColReader('label'), splitter=RandomSplitter(seed=42), item_tfms=Resize(32))
dls = dblock.dataloaders(df, bs=4)
