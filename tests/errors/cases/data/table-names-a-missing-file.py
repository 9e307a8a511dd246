# rule: paths.no_such_file_of_a_table
# source: constructed
# says: img99\.jpg
# says: exists\(\)
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df.loc[:8, 'image_id'] = 'img99.jpg'
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('image_id', pref='data/train/'),
                 get_y=ColReader('label'), item_tfms=Resize(32))
dls = pets.dataloaders(df, bs=2)
# %% mended
df = df[[Path('data/train/', f'{name}').exists() for name in df['image_id']]]
