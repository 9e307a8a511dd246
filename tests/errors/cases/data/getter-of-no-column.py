# rule: columns.no_such_part_of_row
# source: constructed
# says: no column 'fname'
# says: image_id
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=lambda r: 'data/train/' + r['fname'],
                 get_y=lambda r: r['label'], item_tfms=Resize(32))
dls = pets.dataloaders(df, bs=2)
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=lambda r: 'data/train/' + r['image_id'],
                 get_y=lambda r: r['label'], item_tfms=Resize(32))
dls = pets.dataloaders(df, bs=2)
