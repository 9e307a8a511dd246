# rule: tables_in_batches.row_without_getter
# source: constructed
# says: ColReader\('fname', pref='photos/'\)
# %% before
from fastai.vision.all import *
Path('photos').mkdir()
for i in range(12): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'photos/img_{i}.jpg')
df = pd.DataFrame({'fname': [f'img_{i}.jpg' for i in range(12)], 'labels': ['clear', 'cloudy'] * 6})
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), splitter=RandomSplitter(seed=42), get_y=ColReader('labels'), item_tfms=Resize(32))
dls = dblock.dataloaders(df, bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), splitter=RandomSplitter(seed=42), get_y=ColReader('labels'), item_tfms=Resize(32), get_x=ColReader('fname', pref='photos/'))
dls = dblock.dataloaders(df, bs=4)
