# rule: paths.no_such_file_of_a_table
# source: constructed
# says: slash
# says: pref='data/train/'
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('image_id', pref='data/train'),
                 get_y=ColReader('label'), item_tfms=Resize(32))
dls = pets.dataloaders(df, bs=2)
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('image_id', pref='data/train/'),
                 get_y=ColReader('label'), item_tfms=Resize(32))
dls = pets.dataloaders(df, bs=2)
