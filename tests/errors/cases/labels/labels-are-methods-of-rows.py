# rule: libraries_accessors.labels_are_methods
# source: constructed
# says: ColReader\('rank'\)
# %% before
from fastai.vision.all import *
Path('p').mkdir()
for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(f'p/{i}.jpg')
df = pd.DataFrame({'file': [f'p/{i}.jpg' for i in range(10)], 'rank': ['low', 'high'] * 5})
# %% fails
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('file'), get_y=lambda r: r.rank, item_tfms=Resize(32))
dls = block.dataloaders(df, bs=4)
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('file'), get_y=ColReader('rank'), item_tfms=Resize(32))
dls = block.dataloaders(df, bs=4)
