# rule: label_paths_of_rows.row_makes_another_name
# source: constructed
# says: get_x=lambda r: f'planet/train/\{r\.image_name\}\.jpg'
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=lambda r: f'planet/train/{r.image_name}', get_y=ColReader('tags', label_delim=' '), item_tfms=Resize(32))
dls = dblock.dataloaders(df, bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_y=ColReader('tags', label_delim=' '), item_tfms=Resize(32), get_x=lambda r: f'planet/train/{r.image_name}.jpg')
dls = dblock.dataloaders(df, bs=4)
