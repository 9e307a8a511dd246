# rule: fastai1.name_of_fastai1
# source: constructed
# says: pref='photos/', suff='\.jpg'
# %% before
from fastai.vision.all import *
Path('photos').mkdir()
for i in range(12): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'photos/img_{i}.jpg')
df = pd.DataFrame({'image': [f'img_{i}' for i in range(12)], 'tags': ['a b', 'b'] * 6})
# %% fails
data = (ImageList.from_df(df, 'photos', suffix='.jpg').split_by_rand_pct(0.2).label_from_df(label_delim=' ').transform(get_transforms(), size=32).databunch(bs=4))
# %% mended
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock),
    get_x=ColReader(0, pref='photos/', suff='.jpg'),
    splitter=RandomSplitter(0.2, seed=42),
    get_y=ColReader(1, label_delim=' '),
    item_tfms=Resize(32),
    batch_tfms=aug_transforms())
dls = dblock.dataloaders(df, bs=4)
